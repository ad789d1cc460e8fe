//! stub
#![allow(dead_code, missing_docs, unused_variables)]
use crate::view::Cx;
use egui::Ui;
macro_rules! st { ($($n:ident),*) => { $(#[derive(Default)] pub struct $n;)* } }
st!(NumbersState, SourcesState);
macro_rules! f { ($($n:ident : $t:ident),*) => { $(pub fn $n(ui:&mut Ui, cx:&mut Cx<'_>, s:&mut $t) {})* } }
f!(numbers_ui: NumbersState, numbers_left_ui: NumbersState, sources_ui: SourcesState, sources_left_ui: SourcesState);
