//! What the host and the worker must agree on: the interpreter, the job, the limits, the policy, and what was observed.
//!
//! Plain data with serde, nothing else. Knows neither claims nor documents: a job is source text with places to look
//! at, an observation says what happened there and holds no opinion.

mod counts;
mod frame;
mod interpreter;
mod job;
mod observation;
mod policy;

pub use counts::*;
pub use frame::*;
pub use interpreter::*;
pub use job::*;
pub use observation::*;
pub use policy::*;
