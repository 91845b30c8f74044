//! Conditions: `python>=3.12`, `python==3.11`, `linux`. What follows from one is said by the directive it belongs to.

use std::fmt;

use crate::text::pythons::Version;

/// Something that is true of an interpreter or a machine, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// How the interpreter's version compares.
    Python(Order, Version),
    /// The machine's system.
    System(&'static str),
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `<`
    Below,
    /// `<=`
    UpTo,
    /// `==`
    Is,
    /// `!=`
    IsNot,
    /// `>=`
    From,
    /// `>`
    Above,
}

/// The longer ones first.
const ORDERS: [(&str, Order); 6] = [
    ("<=", Order::UpTo),
    (">=", Order::From),
    ("==", Order::Is),
    ("!=", Order::IsNot),
    ("<", Order::Below),
    (">", Order::Above),
];

/// The names of systems.
const SYSTEMS: [&str; 3] = ["linux", "macos", "windows"];

impl Condition {
    /// Reads one.
    ///
    /// # Errors
    /// What else would be one.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Some(system) = SYSTEMS.iter().find(|system| text.eq_ignore_ascii_case(system)) {
            return Ok(Self::System(system));
        }
        let wrong = || "not a condition, such as python<3.10, python>=3.12 or linux".to_owned();
        let compared = text.strip_prefix("python").ok_or_else(wrong)?.trim_start();
        let known = ORDERS.iter().find_map(|(sign, order)| Some((*order, compared.strip_prefix(sign)?)));
        let (order, version) = known.ok_or_else(wrong)?;
        let (major, minor) = version.trim().split_once('.').ok_or_else(wrong)?;
        let number = |text: &str| text.parse::<u32>().map_err(|_| wrong());
        Ok(Self::Python(order, (number(major)?, number(minor)?)))
    }

    /// Whether it is true for an interpreter of this version, on this machine.
    pub fn holds(self, version: Version) -> bool {
        match self {
            Self::Python(Order::Below, named) => version < named,
            Self::Python(Order::UpTo, named) => version <= named,
            Self::Python(Order::Is, named) => version == named,
            Self::Python(Order::IsNot, named) => version != named,
            Self::Python(Order::From, named) => version >= named,
            Self::Python(Order::Above, named) => version > named,
            Self::System(system) => system == this_system(),
        }
    }

    /// Whether it is true on this machine, whatever the interpreter; `None` where that depends on it.
    pub fn everywhere(self) -> Option<bool> {
        match self {
            Self::Python(..) => None,
            Self::System(system) => Some(system == this_system()),
        }
    }
}

/// The system that this program was built for.
fn this_system() -> &'static str {
    match () {
        () if cfg!(target_os = "macos") => "macos",
        () if cfg!(target_os = "windows") => "windows",
        () => "linux",
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(system) => f.write_str(system),
            Self::Python(order, (major, minor)) => {
                let sign = ORDERS.iter().find(|(_, known)| known == order).map_or("", |(sign, _)| sign);
                write!(f, "python{sign}{major}.{minor}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_compares_versions_and_systems() {
        let check = |text: &str, expect: [bool; 3]| {
            let condition = Condition::read(text).unwrap();
            assert_eq!([(3, 9), (3, 10), (3, 12)].map(|version| condition.holds(version)), expect, "{text}");
            assert_eq!(condition.to_string(), text);
        };
        check("python<3.10", [true, false, false]);
        check("python<=3.10", [true, true, false]);
        check("python==3.10", [false, true, false]);
        check("python!=3.10", [true, false, true]);
        check("python>=3.10", [false, true, true]);
        check("python>3.10", [false, false, true]);
        assert_eq!(Condition::read("python>=3.10").unwrap().everywhere(), None);
        assert_eq!(Condition::read(this_system()).unwrap().everywhere(), Some(true));
        check(this_system(), [true; 3]);
        check(if this_system() == "windows" { "linux" } else { "windows" }, [false; 3]);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "python", "python3.10", "python<3", "python<3.x", "pypy>=3.9", "solaris", "python~=3.9"] {
            assert!(Condition::read(text).is_err(), "{text}");
        }
        assert_eq!(Condition::read(" Linux "), Ok(Condition::System("linux")));
    }
}
