//! What holds of every stream of bytes that comes from the other side.

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};
use snipcheck::wire::{Observation, Reply, Request, read_frame, write_frame};

/// Reads the bytes as frames, and as what stands in one.
pub fn check(data: &[u8]) {
    check_stream::<Reply>(data);
    check_stream::<Request>(data);
    if let Ok(observation) = serde_json::from_slice::<Observation>(data) {
        check_stream::<Reply>(&frame(&Reply::Observed(Box::new(observation))));
    }
}

/// Reading ends, takes no more than there is, and what was read is written and read again as the same.
fn check_stream<T: Serialize + DeserializeOwned + PartialEq + Debug>(mut stream: &[u8]) {
    loop {
        let before = stream.len();
        let Ok(Some(message)) = read_frame::<T>(&mut stream) else { return };
        assert!(stream.len() + 4 <= before, "a frame has a head");
        let again = read_frame::<T>(&mut frame(&message).as_slice()).expect("what was written can be read");
        assert_eq!(again, Some(message));
    }
}

/// A message as its frame.
pub fn frame(message: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_frame(&mut bytes, message).expect("a message that was read is short enough to be written");
    bytes
}
