//! The table: for each kind of fault how many were injected, how many the program survived, how many records were lost.

use std::any::Any;
use std::fmt;
use std::time::Duration;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// What every run of the tests has time for.
    Short,
    /// Everything.
    Long,
}

impl Form {
    /// One number for each form.
    pub fn choose<T>(self, short: T, long: T) -> T {
        if self == Form::Long { long } else { short }
    }
}

/// What became of one kind of fault.
#[derive(Debug, Default)]
pub struct Row {
    injected: usize,
    survived: usize,
    lost: usize,
    /// What went wrong, the first few.
    faults: Vec<String>,
}

impl Row {
    /// Notes one case: the records lost in it, and what else is wrong.
    pub fn note(&mut self, case: &str, lost: usize, wrong: Option<String>) {
        self.injected += 1;
        self.lost += lost;
        if lost == 0 && wrong.is_none() {
            self.survived += 1;
        } else if self.faults.len() < 8 {
            self.faults.push(format!("{case}: {lost} records lost; {}", wrong.unwrap_or_default()));
        }
    }

    /// Adds the cases of another row.
    pub fn join(&mut self, other: Row) {
        self.injected += other.injected;
        self.survived += other.survived;
        self.lost += other.lost;
        self.faults.extend(other.faults);
    }
}

/// All rows.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<(String, Result<Option<Row>, String>, Duration)>,
}

impl Table {
    /// Adds what came of a kind of fault; a panic is a fault of its own.
    pub fn add(&mut self, name: &str, outcome: Result<Option<Row>, Box<dyn Any + Send>>, took: Duration) {
        let words = |panic: Box<dyn Any + Send>| match panic.downcast_ref::<String>() {
            Some(words) => words.clone(),
            None => panic.downcast_ref::<&str>().map_or_else(|| "a panic".to_owned(), |words| (*words).to_owned()),
        };
        self.rows.push((name.to_owned(), outcome.map_err(words), took));
    }

    /// Whether anything was lost or went wrong.
    pub fn has_failed(&self) -> bool {
        self.rows.iter().any(|(_, outcome, _)| match outcome {
            Ok(Some(row)) => row.injected == 0 || row.lost > 0 || row.survived < row.injected,
            Ok(None) => false,
            Err(_) => true,
        })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n| fault | injected | survived | records lost | seconds |\n|---|---:|---:|---:|---:|")?;
        for (name, outcome, took) in &self.rows {
            let seconds = took.as_secs_f64();
            match outcome {
                Ok(Some(row)) => writeln!(f, "| {name} | {} | {} | {} | {seconds:.1} |", row.injected, row.survived, row.lost)?,
                Ok(None) => writeln!(f, "| {name} | not possible here | | | |")?,
                Err(words) => writeln!(f, "| {name} | broke off: {words} | | | {seconds:.1} |")?,
            }
        }
        let faults = self.rows.iter().filter_map(|(name, outcome, _)| Some((name, outcome.as_ref().ok()?.as_ref()?)));
        for (name, fault) in faults.flat_map(|(name, row)| row.faults.iter().map(move |fault| (name, fault))) {
            writeln!(f, "{name}: {fault}")?;
        }
        Ok(())
    }
}
