//! Between the wire's data and Python's objects. Everything that comes from Python is bounded and may lie.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use super::positions::weave;
use crate::wire::{At, Entry, Expr, Job, Part, Probe, Role, When};

/// How deep the probe's events may be nested; they need five.
const DEPTH: usize = 16;

/// What the probe needs of a job, as dicts and lists named as on the wire.
pub fn job_to_python<'py>(py: Python<'py>, job: &Job) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("file", &job.file)?;
    dict.set_item("parts", list(py, &job.parts, part)?)?;
    dict.set_item("probes", list(py, &job.probes, probe)?)?;
    Ok(dict)
}

/// Makes a dict of one thing.
type Make<'py, T> = fn(Python<'py>, &T) -> PyResult<Bound<'py, PyDict>>;

fn list<'py, T>(py: Python<'py>, items: &[T], make: Make<'py, T>) -> PyResult<Bound<'py, PyList>> {
    let list = PyList::empty(py);
    items.iter().try_for_each(|item| list.append(make(py, item)?))?;
    Ok(list)
}

fn part<'py>(py: Python<'py>, part: &Part) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    let role = match part.role {
        Role::Context => "context",
        Role::Subject => "subject",
    };
    dict.set_item("role", role)?;
    dict.set_item("entries", list(py, &part.entries, entry)?)?;
    Ok(dict)
}

fn entry<'py>(py: Python<'py>, entry: &Entry) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("line", entry.line)?;
    dict.set_item("text", &entry.text)?;
    dict.set_item("interactive", entry.interactive)?;
    let watched = entry.watched.as_ref();
    let woven = watched.and_then(|watched| Some((weave(&entry.text, entry.line, watched)?, watched.opens)));
    dict.set_item("watched", woven.map(|((text, added), opens)| (text, added, opens)))?;
    Ok(dict)
}

fn probe<'py>(py: Python<'py>, probe: &Probe) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("id", probe.id)?;
    match probe.at {
        At::End => dict.set_item("at", "end")?,
        At::Line(line) => {
            let at = PyDict::new(py);
            at.set_item("line", line)?;
            dict.set_item("at", at)?;
        }
    }
    dict.set_item("catches", probe.catches)?;
    dict.set_item("exprs", list(py, &probe.exprs, expr)?)?;
    Ok(dict)
}

fn expr<'py>(py: Python<'py>, expr: &Expr) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    let when = match expr.when {
        When::Before => "before",
        When::After => "after",
    };
    dict.set_item("text", &expr.text)?;
    dict.set_item("when", when)?;
    Ok(dict)
}

/// Plain Python objects, as JSON has them; what is not plain is an error.
pub struct Plain<'a, 'py>(&'a Bound<'py, PyAny>, usize);

impl<'a, 'py> Plain<'a, 'py> {
    /// The object and all that it holds.
    pub fn new(object: &'a Bound<'py, PyAny>) -> Self {
        Self(object, DEPTH)
    }
}

impl Serialize for Plain<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(object, depth) = *self;
        let deeper = depth.checked_sub(1).ok_or_else(|| S::Error::custom("nested too deeply"))?;
        if object.is_none() {
            to.serialize_none()
        } else if let Ok(text) = object.cast::<PyString>() {
            to.serialize_str(&text.to_string_lossy())
        } else if let Ok(truth) = object.cast::<PyBool>() {
            to.serialize_bool(truth.is_true())
        } else if object.is_instance_of::<PyInt>() {
            whole(object, to)
        } else if let Ok(number) = object.cast::<PyFloat>() {
            to.serialize_f64(number.value())
        } else if let Ok(dict) = object.cast::<PyDict>() {
            map(dict, deeper, to)
        } else if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
            let items = object.try_iter().and_then(Iterator::collect::<PyResult<Vec<_>>>).map_err(S::Error::custom)?;
            to.collect_seq(items.iter().map(|item| Plain(item, deeper)))
        } else {
            Err(S::Error::custom("not plain data"))
        }
    }
}

fn whole<S: Serializer>(number: &Bound<'_, PyAny>, to: S) -> Result<S::Ok, S::Error> {
    match (number.extract::<i64>(), number.extract::<u64>()) {
        (Ok(number), _) => to.serialize_i64(number),
        (_, Ok(number)) => to.serialize_u64(number),
        (_, Err(error)) => Err(S::Error::custom(error)),
    }
}

fn map<S: Serializer>(dict: &Bound<'_, PyDict>, depth: usize, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(dict.len()))?;
    for (key, item) in dict.iter() {
        map.serialize_entry(&key.extract::<String>().map_err(S::Error::custom)?, &Plain(&item, depth))?;
    }
    map.end()
}
