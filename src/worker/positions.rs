//! Where the instructions of a watched script stand in the text as its author wrote it.
//!
//! A watched text has calls inserted ([`weave`]), never a line more. What follows them on their line has moved, and Python notes
//! columns from 3.11 on: [`restore`] takes what was inserted out of them again, and gives our name in the code its secret form.
//! Knows how CPython writes its tables of positions, and nothing of what was inserted.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};

use crate::wire::{WATCH, Watched};

/// The name by which compiled code finds the worker: no snippet can spell it.
const SECRET: &str = "@snipcheck";

/// What was inserted: its line, its first column in the new text, how long it is; columns and lengths in bytes.
pub type Added = (i64, i64, i64);

/// The text with the insertions, and where they are. `None` where one of them has no place in it.
pub fn weave(text: &str, first_line: u32, watched: &Watched) -> Option<(String, Vec<Added>)> {
    let (mut woven, mut added, mut done) = (String::with_capacity(text.len() * 2), Vec::new(), 0);
    let (mut line, mut line_start) = (i64::from(first_line), 0);
    for (at, insert) in &watched.inserts {
        let at = usize::try_from(*at).ok()?;
        for part in text.get(done..at)?.split_inclusive('\n') {
            woven.push_str(part);
            if part.ends_with('\n') {
                (line, line_start) = (line + 1, woven.len());
            }
        }
        done = at;
        added.push((line, number(woven.len() - line_start)?, number(insert.len())?));
        woven.push_str(insert);
    }
    woven.push_str(text.get(done..)?);
    Some((woven, added))
}

fn number(length: usize) -> Option<i64> {
    i64::try_from(length).ok()
}

/// The code as if nothing had been inserted.
pub fn restore<'py>(code: &Bound<'py, PyAny>, added: &[Added]) -> PyResult<Bound<'py, PyAny>> {
    let py = code.py();
    let changes = moved(code, added)?.unwrap_or_else(|| PyDict::new(py));
    let names = code.getattr("co_names")?;
    let names = names.try_iter()?.map(|name| {
        let name = name?;
        let is_ours = name.cast::<PyString>().is_ok_and(|name| name.to_string_lossy() == WATCH);
        Ok(if is_ours { PyString::intern(py, SECRET).into_any() } else { name })
    });
    changes.set_item("co_names", PyTuple::new(py, names.collect::<PyResult<Vec<_>>>()?)?)?;
    code.call_method("replace", (), Some(&changes))
}

/// What has to be replaced in a code object, and in those in it; `None`: nothing.
fn moved<'py>(code: &Bound<'py, PyAny>, added: &[Added]) -> PyResult<Option<Bound<'py, PyDict>>> {
    let py = code.py();
    let has_columns = code.hasattr("co_positions")?;
    if !has_columns {
        return Ok(None);
    }
    let table = code.getattr("co_linetable")?;
    let table = shifted(table.cast::<PyBytes>()?.as_bytes(), code.getattr("co_firstlineno")?.extract()?, added);
    let mut within = false;
    let constants = code.getattr("co_consts")?.try_iter()?.map(|constant| {
        let constant = constant?;
        let changes = if constant.get_type().is(code.get_type()) { moved(&constant, added)? } else { None };
        within |= changes.is_some();
        changes.map_or(Ok(constant.clone()), |changes| constant.call_method("replace", (), Some(&changes)))
    });
    let constants = constants.collect::<PyResult<Vec<_>>>()?;
    if table.is_none() && !within {
        return Ok(None);
    }
    let changes = PyDict::new(py);
    if let Some(table) = table {
        changes.set_item("co_linetable", PyBytes::new(py, &table))?;
    }
    if within {
        changes.set_item("co_consts", PyTuple::new(py, constants)?)?;
    }
    Ok(Some(changes))
}

/// The table of positions (`Objects/locations.md` in CPython) with the columns moved back; `None` where it says nothing that
/// has moved.
fn shifted(table: &[u8], first_line: i64, added: &[Added]) -> Option<Vec<u8>> {
    let (mut new, mut changed) = (Vec::with_capacity(table.len() * 2), false);
    let (mut line, mut at) = (first_line, 0);
    while at < table.len() {
        let end = (at + 1..table.len()).find(|&next| table[next] & 0x80 != 0).unwrap_or(table.len());
        let entry = &table[at..end];
        at = end;
        let place = Place::read(entry, &mut line)?;
        match place.map(|(delta, place)| (delta, place, place.restored(added))) {
            Some((delta, place, old)) if place != old => {
                changed = true;
                old.write(entry[0] & 7, delta, &mut new);
            }
            _ => new.extend_from_slice(entry),
        }
    }
    changed.then_some(new)
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    line: i64,
    end_line: i64,
    column: i64,
    end_column: i64,
}

/// The kinds of entries that have no columns, and the one that has everything.
const LINE_ALONE: u8 = 13;
const LONG: u8 = 14;
const NOTHING: u8 = 15;

impl Place {
    /// An entry with columns, and how far its line is from the one before. The outer `None`: it is not what we know.
    fn read(entry: &[u8], line: &mut i64) -> Option<Option<(i64, Self)>> {
        let (kind, mut rest) = ((entry.first()? >> 3) & 15, &entry[1..]);
        let one_line = |line, column, end_column| Self { line, end_line: line, column, end_column };
        match kind {
            NOTHING => Some(None),
            LINE_ALONE => {
                *line += signed(&mut rest)?;
                Some(None)
            }
            LONG => {
                let delta = signed(&mut rest)?;
                *line += delta;
                let end_line = *line + unsigned(&mut rest)?;
                let (column, end_column) = (unsigned(&mut rest)? - 1, unsigned(&mut rest)? - 1);
                let known = column >= 0 && end_column >= 0;
                Some(known.then_some((delta, Self { line: *line, end_line, column, end_column })))
            }
            10..=12 => {
                let delta = i64::from(kind - 10);
                *line += delta;
                Some(Some((delta, one_line(*line, i64::from(*rest.first()?), i64::from(*rest.get(1)?)))))
            }
            _ => {
                let byte = *rest.first()?;
                let column = i64::from(kind << 3 | (byte >> 4 & 7));
                Some(Some((0, one_line(*line, column, column + i64::from(byte & 15)))))
            }
        }
    }

    fn restored(self, added: &[Added]) -> Self {
        let column = restored(self.line, self.column, added);
        Self { column, end_column: restored(self.end_line, self.end_column, added), ..self }
    }

    /// As a long entry, which can say it all.
    fn write(self, length: u8, delta: i64, to: &mut Vec<u8>) {
        to.push(0x80 | LONG << 3 | length);
        put(if delta < 0 { (-delta) << 1 | 1 } else { delta << 1 }, to);
        [self.end_line - self.line, self.column + 1, self.end_column + 1].into_iter().for_each(|n| put(n, to));
    }
}

/// A column of the new text in the old one; inside an insertion, where that stands.
fn restored(line: i64, column: i64, added: &[Added]) -> i64 {
    let here = added.iter().filter(|(at, start, _)| *at == line && *start < column);
    column - here.map(|(_, start, length)| (column - start).min(*length)).sum::<i64>()
}

/// Six bits a byte, the lowest first; the seventh says whether there are more.
fn unsigned(from: &mut &[u8]) -> Option<i64> {
    let (mut value, mut shift) = (0_i64, 0_u32);
    loop {
        let (&byte, rest) = from.split_first()?;
        *from = rest;
        value |= i64::from(byte & 63).checked_shl(shift)?;
        if byte & 64 == 0 {
            return Some(value);
        }
        shift += 6;
    }
}

/// The lowest bit is the sign.
fn signed(from: &mut &[u8]) -> Option<i64> {
    let value = unsigned(from)?;
    Some(if value & 1 == 0 { value >> 1 } else { -(value >> 1) })
}

fn put(mut value: i64, to: &mut Vec<u8>) {
    while value >= 64 {
        to.push((value & 63) as u8 | 64);
        value >>= 6;
    }
    to.push(value as u8);
}

/// What the probe calls: code and what was added.
pub fn restorer(py: Python<'_>) -> PyResult<Py<PyAny>> {
    let call = pyo3::types::PyCFunction::new_closure(py, None, None, |args, _| {
        let (code, added): (Bound<'_, PyAny>, Vec<Added>) = args.extract()?;
        restore(&code, &added).map(Bound::unbind)
    })?;
    Ok(call.into_any().unbind())
}
