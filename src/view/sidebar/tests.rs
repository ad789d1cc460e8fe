//! Tests come with the next commit.
