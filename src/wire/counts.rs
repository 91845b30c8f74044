//! What a worker did that costs time, for a test to hold against a plan.

use serde::{Deserialize, Serialize};

/// How often a worker called on the kernel for what is expensive, from its start to its end; what it did to get ready is
/// among it. What happened in a snippet's own process is not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Processes made, helpers among them.
    pub forks: u64,
    /// File systems mounted or bound.
    pub mounts: u64,
    /// Calls that made namespaces of one's own.
    pub unshares: u64,
    /// Filters of system calls installed.
    pub filters: u64,
}
