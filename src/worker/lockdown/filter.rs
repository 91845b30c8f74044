//! From rules to a filter of system calls: the assembler for the kernel's small machine (classic BPF).
//!
//! A call that no rule names is allowed.

use libc::{ENOSYS, pid_t, sock_filter};

use super::policy::{
    ALWAYS, ALWAYS_HERE, Rule, WITH_NAMESPACES, WITHOUT_LANDLOCK, WITHOUT_LANDLOCK_HERE, WITHOUT_NAMESPACES,
    WITHOUT_NAMESPACES_HERE, WITHOUT_SCOPES,
};
use crate::wire::Level;

#[cfg(target_arch = "x86_64")]
const ARCHITECTURE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const ARCHITECTURE: u32 = 0xc000_00b7;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
compile_error!("the filter of system calls is written for x86_64 and aarch64");

/// Numbers from here on are those of the x32 interface: the same calls under other names.
#[cfg(target_arch = "x86_64")]
const X32: u32 = 0x4000_0000;

// Where the machine finds the call it judges (`struct seccomp_data`). Both architectures are little endian.
const AT_NUMBER: u32 = 0;
const AT_ARCHITECTURE: u32 = 4;
const AT_ARGUMENTS: u32 = 16;

const LOAD: u32 = libc::BPF_LD | libc::BPF_W | libc::BPF_ABS;
const IF_EQUAL: u32 = libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K;
#[cfg(target_arch = "x86_64")]
const IF_AT_LEAST: u32 = libc::BPF_JMP | libc::BPF_JGE | libc::BPF_K;
const IF_BITS: u32 = libc::BPF_JMP | libc::BPF_JSET | libc::BPF_K;
const RETURN: u32 = libc::BPF_RET | libc::BPF_K;

/// The filter of a level. `scoped`: Landlock keeps signals inside. `own`: the process that may signal itself.
pub fn assemble(level: Level, scoped: bool, own: pid_t) -> Vec<sock_filter> {
    let mut program = opening();
    for rule in rules(level, scoped).into_iter().flatten() {
        program.extend(translate(rule, own));
    }
    program.push(step(RETURN, libc::SECCOMP_RET_ALLOW));
    program
}

/// The lists that make up a level.
fn rules(level: Level, scoped: bool) -> Vec<&'static [Rule]> {
    let mut lists = match level {
        Level::None => return vec![],
        Level::Full => return vec![ALWAYS, ALWAYS_HERE, WITH_NAMESPACES],
        Level::Landlock | Level::Seccomp => vec![ALWAYS, ALWAYS_HERE, WITHOUT_NAMESPACES, WITHOUT_NAMESPACES_HERE],
    };
    if !scoped {
        lists.push(WITHOUT_SCOPES);
    }
    if level == Level::Seccomp {
        lists.extend([WITHOUT_LANDLOCK, WITHOUT_LANDLOCK_HERE]);
    }
    lists
}

/// Refuses calls by another architecture's numbers, then loads the number.
fn opening() -> Vec<sock_filter> {
    let mut program = vec![step(LOAD, AT_ARCHITECTURE), jump(IF_EQUAL, ARCHITECTURE, 1, 0), refuse(ENOSYS)];
    program.push(step(LOAD, AT_NUMBER));
    #[cfg(target_arch = "x86_64")]
    program.extend([jump(IF_AT_LEAST, X32, 0, 1), refuse(ENOSYS)]);
    program
}

/// The instructions of one rule. They find the number loaded, and leave it loaded.
fn translate(rule: &Rule, own: pid_t) -> Vec<sock_filter> {
    match *rule {
        Rule::Deny(call, error) => vec![jump(IF_EQUAL, call as u32, 0, 1), refuse(error)],
        Rule::DenyEqual(call, argument, value, error) => on(call, argument, vec![jump(IF_EQUAL, value, 0, 1)], error),
        Rule::DenyBits(call, argument, bits, error) => on(call, argument, vec![jump(IF_BITS, bits, 0, 1)], error),
        Rule::Only(call, argument, values, error) => on(call, argument, unless(values), error),
        Rule::OnlySelf(call, argument, error) => on(call, argument, unless(&[0, own as u32, (-own) as u32]), error),
    }
}

/// Tests of an argument: each jumps over the refusal behind them if it matches.
fn unless(values: &[u32]) -> Vec<sock_filter> {
    let after = |index: usize| (values.len() - index) as u8;
    values.iter().enumerate().map(|(index, &value)| jump(IF_EQUAL, value, after(index), 0)).collect()
}

/// `tests` of an argument, for one call alone; where they do not jump, it is refused.
fn on(call: i64, argument: u32, tests: Vec<sock_filter>, error: i32) -> Vec<sock_filter> {
    let mut program = vec![jump(IF_EQUAL, call as u32, 0, tests.len() as u8 + 3)];
    program.push(step(LOAD, AT_ARGUMENTS + 8 * argument));
    program.extend(tests);
    program.push(refuse(error));
    program.push(step(LOAD, AT_NUMBER));
    program
}

fn refuse(error: i32) -> sock_filter {
    step(RETURN, libc::SECCOMP_RET_ERRNO | error as u32)
}

fn step(code: u32, value: u32) -> sock_filter {
    jump(code, value, 0, 0)
}

fn jump(code: u32, value: u32, if_true: u8, if_false: u8) -> sock_filter {
    sock_filter { code: code as u16, jt: if_true, jf: if_false, k: value }
}
