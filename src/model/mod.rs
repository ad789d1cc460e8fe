//! What a checker's file contains: plain data with its own rules, nothing else. No files, clock, network or chance.
//! Read in the order below.

pub mod count;
pub mod day;
pub mod id;
pub mod moment;

pub mod annotation;
pub mod change;
pub mod claim;
pub mod document;
pub mod exclusion;
pub mod file;
pub mod flag;
pub mod group;
pub mod house;
pub mod letter;
pub mod link;
pub mod lookup;
pub mod preset;
pub mod project;
pub mod quantity;
pub mod signature;
pub mod source;
pub mod stated;
pub mod support;
pub mod table;
pub mod unknown;
