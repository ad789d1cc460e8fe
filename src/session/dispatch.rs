//! The one place where commands become edits, and which actions make sense now.

use super::{Field, Outcome, Session, ViewKind, selection};
use crate::command::catalogue::{Action, When};
use crate::command::{ClaimChange, Command};
use crate::model::annotation::Mention;
use crate::model::document::Text;
use crate::model::moment::Moment;

impl Session {
    /// Whether an action makes sense now.
    pub fn applies(&self, action: Action) -> bool {
        let has_words = self.selection.is_some_and(|selection| !selection.is_empty());
        match action.row().map_or(When::Always, |row| row.when) {
            When::Always => true,
            When::Article => self.document().is_some(),
            When::Selection => has_words || self.mark.is_some(),
            When::Mark => self.mark.is_some() || (action == Action::Remove && self.lost_passage().is_some()),
            When::Claim => self.claim().is_some(),
            When::Number => matches!(self.record(), Some(Mention::Number(_))),
            When::Undo => self.history.undo_label().is_some(),
            When::Redo => self.history.redo_label().is_some(),
            When::Draft => self.document().is_some_and(|document| !document.earlier.is_empty()),
            When::Original => self.document().is_some_and(|document| document.original.is_some()),
            When::Doubt => self.has_doubt_at_hand(),
            When::Flags => !self.project.flags().is_empty(),
            When::Hits => !self.search.hits().is_empty(),
            When::Suggestion => self.suggestion().is_some(),
            When::InUse => self.guard.can_take_over(),
        }
    }

    /// Carries out a command. A command that only the window can do is left alone. What is refused is said in a notice.
    pub fn run(&mut self, command: Command, now: Moment) {
        self.now = now;
        let outcome = self.dispatch(command);
        if let Err(refusal) = outcome {
            self.say_refusal(refusal);
        }
        self.want_suggestions();
    }

    #[expect(clippy::too_many_lines, reason = "a flat match, an arm for each command")]
    fn dispatch(&mut self, command: Command) -> Outcome {
        match command {
            Command::Run(action) => self.act(action),
            Command::Select { document, anchor, head } => self.select(document, anchor, head),
            Command::SelectMark(mark) => self.select_mark(mark),
            Command::Resize { mark, span } => self.resize(mark, span),
            Command::Tag { document, span, tag } => self.tag(document, span, tag),
            Command::PickLinkEnd(mark) => self.pick_link_end(mark),
            Command::PickRole(role) => self.pick_role(role),
            Command::Type { field, text, visit } => self.type_in(field, &text, visit),
            Command::Change(claims, change) => self.change_claims(&claims, &change),
            Command::KeepTranscript { claim, passage, likeness } => self.keep_transcript(claim, passage, likeness),
            Command::ChangeEvidence(claim, row, change) => self.change_evidence(claim, row, change),
            Command::ChangeSource(source, change) => self.change_entry(source, change),
            Command::ChangeScale(change) => self.change_scale(change),
            Command::ChangeArticle(change) => self.change_article(change),
            Command::Restore(change) => self.restore_field(change),
            Command::SaveFilter { name, query } => self.save_filter(&name, &query),
            Command::SetPresets(presets) => self.set_presets(presets),
            Command::RemoveFilter(name) => self.remove_filter(&name),
            Command::SetStatus(claim, status) => self.change_claims(&[claim], &ClaimChange::Status(status)),
            Command::Rate(claim, nth) => self.change_claims(&[claim], &ClaimChange::Rating(nth)),
            Command::AddEvidence(claim) => self.add_evidence(claim),
            Command::KeepAside { claim, document, aside } => self.keep_aside(claim, document, aside),
            Command::KeepSum { claim, line, language } => self.keep_sum(claim, &line, language),
            Command::StateCheck(stated) => self.state_check(stated),
            Command::DropCheck(stated) => self.drop_check(&stated),
            Command::RemoveEvidence(claim, row) => self.remove_evidence(claim, row),
            Command::MoveEvidence(claim, row, by) => self.move_evidence(claim, row, by),
            Command::SetStance(claim, row, stance) => self.set_stance(claim, row, stance),
            Command::SetApproximation(number, approximation) => self.set_approximation(number, approximation),
            Command::SetSourceKind(source, kind) => self.set_source_kind(source, kind),
            Command::SetFirstHand(source, first_hand) => self.set_first_hand(source, first_hand),
            Command::SetReason(exclusion, reason) => self.set_reason(exclusion, reason),
            Command::RemoveExclusion(exclusion) => self.remove_exclusion(exclusion),
            Command::Link { from, to, role } => self.link(from, to, role),
            Command::Unlink(link) => self.unlink(link),
            Command::SetRole(link, role) => self.set_role(link, role),
            Command::AddMention { claim, document, span } => self.add_mention(claim, document, span),
            Command::ClaimPairs(pairs) => self.claim_pairs(&pairs),
            Command::LinkPairs(pairs) => self.link_pairs(&pairs),
            Command::TakeVerdict { claim, from } => self.take_verdict(claim, &from),
            Command::MergeClaims { keep, join } => self.merge_claims(keep, join),
            Command::SplitClaim(mark) => self.split_claim(mark),
            Command::MergeSources { keep, join } => self.merge_sources(keep, join),
            Command::SplitSource(mark) => self.split_source(mark),
            Command::AddSource(name) => self.add_source(&name),
            Command::RemoveMark(mark) => self.remove_mark(mark),
            Command::RemoveSource(source) => self.remove_source(source),
            Command::AddArticles(articles) => self.add_articles(articles),
            Command::OpenDraft(document, article) => self.open_draft(document, *article),
            Command::Accept(doubtful) => self.accept(doubtful),
            Command::LookAt(doubtful) => self.look_at(doubtful),
            Command::RemoveArticle(document) => self.remove_article(document),
            Command::MoveArticle(document, place) => self.move_article(document, place),
            Command::MoveArticleBy(document, by) => self.move_article_by(document, by),
            Command::ShowArticle(document) => self.show_article(document),
            Command::ShowRecord(record) => self.show_record(record),
            Command::SelectRecord(record) => {
                self.record = Some(record);
                Ok(())
            }
            Command::ShowPlace { document, span } => self.show_place(document, span),
            Command::Search(query) => self.search_for(query),
            Command::FocusField(field) => self.focus(field),
            Command::Group { numbers, into } => self.group(&numbers, &into),
            Command::TellApart { numbers, from } => self.tell_apart(numbers, from),
            Command::Decide(flag, choice) => self.decide(flag, choice),
            Command::AskWhyOff(rule) => self.ask_why_off(rule),
            Command::SwitchOff { rule, reason } => self.switch_off(&rule, &reason),
            Command::SwitchOn(rule) => self.switch_on(&rule),
            Command::DismissNotice => {
                self.dismiss_notice();
                Ok(())
            }
            Command::OpenPaths(_)
            | Command::SaveTo(_)
            | Command::ExportTo(..)
            | Command::Export(_)
            | Command::StopExport
            | Command::OpenRecent(_)
            | Command::OpenScale
            | Command::AddToLibrary
            | Command::SaveScale
            | Command::SaveLetter(..)
            | Command::AttachFile(..)
            | Command::AttachFileToSource(_) => Ok(()),
        }
    }

    fn act(&mut self, action: Action) -> Outcome {
        match action {
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Copy => self.copy(),
            Action::ShowArticles => self.show_view(ViewKind::Articles),
            Action::ShowClaims => self.show_view(ViewKind::Claims),
            Action::ShowNumbers => self.show_view(ViewKind::Numbers),
            Action::ShowSources => self.show_view(ViewKind::Sources),
            Action::ShowCompare => self.show_view(ViewKind::Compare),
            Action::ShowReport => self.show_view(ViewKind::Report),
            Action::MoveCaret(motion) => self.move_caret(motion, false),
            Action::ExtendSelection(motion) => self.move_caret(motion, true),
            Action::SelectAll => self.select_all(),
            Action::SelectWord => self.select_word(),
            Action::Grow => self.grow(),
            Action::Shrink => self.shrink(),
            Action::Clear => self.clear(),
            Action::TagSelection(tag) => self.tag_selection(tag),
            Action::TagEveryOccurrence(tag) => self.tag_every_occurrence(tag),
            Action::Attribute => self.attribute(),
            Action::NotCheckable => self.set_aside(),
            Action::Remove => self.remove_selected(),
            Action::StartLink => self.start_link(),
            Action::StartResize => self.start_resize(),
            Action::SetStatus(status) => self.on_claim(|session, claim| session.change_claims(&[claim], &ClaimChange::Status(status))),
            Action::Rate(nth) => self.on_claim(|session, claim| session.change_claims(&[claim], &ClaimChange::Rating(Some(nth)))),
            Action::ClearRating => self.on_claim(|session, claim| session.change_claims(&[claim], &ClaimChange::Rating(None))),
            Action::SignOff => self.on_claim(|session, claim| session.change_claims(&[claim], &ClaimChange::SignOff)),
            Action::SignArticle => self.sign_shown_article(),
            Action::EditClaim => self.on_claim(|session, claim| session.focus(Field::Restatement(claim))),
            Action::EditCorrection => self.on_claim(|session, claim| session.focus(Field::Correction(claim))),
            Action::EditNote => self.edit_note(),
            Action::EditSelected | Action::RowEdit => self.edit_selected(),
            Action::SplitMention => self.split_selected(),
            Action::NextMark => self.next_mark(),
            Action::PreviousMark => self.previous_mark(),
            Action::NextOpen => self.next_open(),
            Action::PreviousOpen => self.previous_open(),
            Action::NextSuggestion => self.next_suggestion(),
            Action::TakeSuggestion => self.take_suggestion(),
            Action::DropSuggestion => self.drop_suggestion(),
            Action::TakeAllSuggestions => self.take_all_suggestions(),
            Action::DropAllSuggestions => self.drop_all_suggestions(),
            Action::NextDoubt => self.next_doubt(),
            Action::AcceptPlace => self.accept_place(),
            Action::PlaceHere => self.place_here(),
            Action::NextArticle => self.step_article(1),
            Action::PreviousArticle => self.step_article(-1),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::RenumberClaims => self.renumber_claims(),
            Action::NextHit => self.step_hit(true),
            Action::PreviousHit => self.step_hit(false),
            Action::LinkNext => self.step_link_end(true),
            Action::LinkPrevious => self.step_link_end(false),
            Action::LinkRole => self.next_role(),
            Action::LinkConfirm => self.confirm_link(),
            Action::LinkLeave | Action::OccurrenceLeave => self.leave_mode(),
            Action::ResizeRight => self.resize_step(Text::next),
            Action::ResizeLeft => self.resize_step(Text::previous),
            Action::ResizeWordRight => self.resize_step(selection::word_right),
            Action::ResizeWordLeft => self.resize_step(selection::word_left),
            Action::ResizeEdge => self.resize_other_edge(),
            Action::ResizeKeep => self.resize_keep(),
            Action::ResizeRestore => self.resize_restore(),
            Action::OccurrenceTake => self.occurrence(true),
            Action::OccurrenceSkip => self.occurrence(false),
            Action::ReadAgain if !self.applies(action) => Err("There is no file to read it from again: it was pasted.".into()),
            Action::TakeOver if !self.applies(action) => Err("Nobody else has this project open, so there is nothing to take over.".into()),
            Action::RowShow => self.record().map_or(Ok(()), |record| self.show_record(record)),
            _ => Ok(()),
        }
    }
}
