//! stub
use super::model::{DocumentReport, Report};
use super::paper::{Layer, Paper, Refused};
use super::summary::FailOn;
/// stub
#[derive(Debug)]
pub struct Page;
impl Page {
    /// stub
    pub fn new(_: FailOn) -> Self {
        Page
    }
}
impl Paper for Page {
    fn document(&mut self, _: usize, _: &DocumentReport, _: Option<&str>) -> Result<Vec<String>, Refused> {
        Ok(vec![])
    }
    fn layers(&self, _: &Report) -> Result<Vec<Layer>, Refused> {
        Ok(vec![])
    }
}
