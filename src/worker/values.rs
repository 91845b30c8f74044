//! Between the wire's JSON and Python's objects. Everything that comes from Python is bounded and may lie.

use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use serde_json::{Map, Number, Value};

/// How deep the probe's events may be nested; they need five.
const DEPTH: usize = 16;

/// A value as plain Python objects.
pub fn to_python<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    match value {
        Value::Null => Ok(py.None().into_bound(py)),
        Value::Bool(truth) => truth.into_bound_py_any(py),
        Value::Number(number) => number_to_python(py, number),
        Value::String(text) => text.into_bound_py_any(py),
        Value::Array(items) => {
            let list = PyList::empty(py);
            items.iter().try_for_each(|item| list.append(to_python(py, item)?))?;
            Ok(list.into_any())
        }
        Value::Object(items) => {
            let dict = PyDict::new(py);
            items.iter().try_for_each(|(key, item)| dict.set_item(key, to_python(py, item)?))?;
            Ok(dict.into_any())
        }
    }
}

fn number_to_python<'py>(py: Python<'py>, number: &Number) -> PyResult<Bound<'py, PyAny>> {
    match (number.as_u64(), number.as_i64()) {
        (Some(whole), _) => whole.into_bound_py_any(py),
        (_, Some(whole)) => whole.into_bound_py_any(py),
        _ => number.as_f64().into_bound_py_any(py),
    }
}

/// Plain Python objects as a value.
pub fn from_python(object: &Bound<'_, PyAny>) -> PyResult<Value> {
    convert(object, DEPTH)
}

fn convert(object: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    let deeper = depth.checked_sub(1).ok_or_else(|| PyValueError::new_err("nested too deeply"))?;
    if object.is_none() {
        Ok(Value::Null)
    } else if let Ok(text) = object.cast::<PyString>() {
        Ok(Value::String(text.to_string_lossy().into_owned()))
    } else if let Ok(truth) = object.cast::<PyBool>() {
        Ok(Value::Bool(truth.is_true()))
    } else if object.is_instance_of::<PyInt>() {
        Ok(object.extract::<i64>().map(Value::from).or_else(|_| object.extract::<u64>().map(Value::from))?)
    } else if let Ok(number) = object.cast::<PyFloat>() {
        Ok(Value::from(number.value()))
    } else if let Ok(dict) = object.cast::<PyDict>() {
        let pair =
            |(key, item): (Bound<'_, PyAny>, Bound<'_, PyAny>)| Ok((key.extract::<String>()?, convert(&item, deeper)?));
        dict.iter().map(pair).collect::<PyResult<Map<_, _>>>().map(Value::Object)
    } else if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
        object.try_iter()?.map(|item| convert(&item?, deeper)).collect::<PyResult<_>>().map(Value::Array)
    } else {
        Err(PyValueError::new_err("not plain data"))
    }
}
