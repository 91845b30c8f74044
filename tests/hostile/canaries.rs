//! What stands outside the sandbox, open to everybody, and must not be touched: files, a process, sockets, a pipe, a
//! secret. Whoever is let out can reach all of it, and is noticed.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, UdpSocket};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::os::unix::net::{SocketAddr, UnixDatagram, UnixListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const ALIVE: &str = "alive";

/// All of them.
pub struct Canaries {
    folder: tempfile::TempDir,
    secret: String,
    process: Child,
    tcp: TcpListener,
    udp: UdpSocket,
    abstract_socket: UnixListener,
    abstract_name: String,
    outside: Place,
    visible: Place,
}

/// A folder with what can stand in one.
struct Place {
    folder: PathBuf,
    listener: UnixListener,
    datagrams: UnixDatagram,
    pipe: File,
    files: usize,
}

impl Canaries {
    /// Sets them up. `name` tells those of one test from another's.
    pub fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the canaries");
        open_to_all(folder.path(), 0o755);
        let secret = format!("canary-{name}-{}-secret", std::process::id());
        let process = Command::new("sleep").arg("1000").env("SNIPCHECK_CANARY", &secret).stdin(Stdio::null()).spawn();
        let tcp = TcpListener::bind("127.0.0.1:0").expect("a port");
        tcp.set_nonblocking(true).expect("a listener that can be asked");
        let port = tcp.local_addr().expect("its number").port();
        let udp = UdpSocket::bind(("127.0.0.1", port)).expect("the same port for datagrams");
        udp.set_nonblocking(true).expect("a socket that can be asked");
        let abstract_name = format!("snipcheck-{name}-{}", std::process::id());
        let address = SocketAddr::from_abstract_name(&abstract_name).expect("a name");
        let abstract_socket = UnixListener::bind_addr(&address).expect("an abstract socket");
        abstract_socket.set_nonblocking(true).expect("a listener that can be asked");
        let outside = Place::new(&folder.path().join("outside"), &secret);
        let visible = Place::new(&folder.path().join("visible"), ALIVE);
        let process = process.expect("a process to protect");
        Self { folder, secret, process, tcp, udp, abstract_socket, abstract_name, outside, visible }
    }

    /// The folder that is shown to snippets.
    pub fn visible(&self) -> String {
        self.visible.folder.display().to_string()
    }

    /// Python that tells a case where they are, but not the secret.
    pub fn told(&self) -> String {
        let port = self.tcp.local_addr().expect("a bound socket").port();
        format!(
            "OUTSIDE, VISIBLE, ABSTRACT = {:?}, {:?}, {:?}\nPORT, PID, HOST = {port}, {}, {}\n",
            self.outside.folder,
            self.visible.folder,
            self.abstract_name,
            self.process.id(),
            std::process::id()
        )
    }

    /// What was touched since the last look; all is put right again. `told` is all that a snippet made known.
    pub fn touched(&mut self, told: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut note = |touched: bool, what: &str| found.extend(touched.then(|| what.to_owned()));
        note(told.contains(&self.secret), "the secret is out");
        note(!is_running(&mut self.process), "the process was ended or stopped");
        note(came(|| self.tcp.accept()), "TCP: somebody connected");
        note(came(|| self.udp.recv(&mut [0; 99])), "UDP: something came");
        note(came(|| self.abstract_socket.accept()), "abstract socket: somebody connected");
        found.extend(self.outside.touched(&self.secret));
        found.extend(self.visible.touched(ALIVE));
        let beside = fs::read_dir(self.folder.path()).expect("the folder is there").count();
        found.extend((beside != 2).then(|| "the folder above has changed".to_owned()));
        found
    }
}

impl Drop for Canaries {
    fn drop(&mut self) {
        // It may be gone already: that was told.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Place {
    fn new(folder: &Path, content: &str) -> Self {
        fs::create_dir(folder).expect("a folder");
        open_to_all(folder, 0o777);
        let at = |name: &str| folder.join(name);
        fs::write(at("file"), content).expect("a file");
        let listener = UnixListener::bind(at("agent.sock")).expect("a socket");
        listener.set_nonblocking(true).expect("a listener that can be asked");
        let datagrams = UnixDatagram::bind(at("log.sock")).expect("a socket");
        datagrams.set_nonblocking(true).expect("a socket that can be asked");
        let made = Command::new("mkfifo").arg(at("pipe")).status().expect("mkfifo is there");
        assert!(made.success());
        // Both ends, so that neither side ever waits.
        let pipe = OpenOptions::new().read(true).write(true).custom_flags(libc::O_NONBLOCK).open(at("pipe"));
        let mut pipe = pipe.expect("the pipe opens");
        pipe.write_all(ALIVE.as_bytes()).expect("the pipe takes it");
        ["file", "agent.sock", "log.sock", "pipe"].iter().for_each(|name| open_to_all(&at(name), 0o666));
        Self { folder: folder.to_owned(), listener, datagrams, pipe, files: 4 }
    }

    fn touched(&mut self, content: &str) -> Vec<String> {
        let name = self.folder.file_name().expect("a name").to_string_lossy().into_owned();
        let file = self.folder.join("file");
        let mode = |path: &Path| fs::metadata(path).map(|about| about.permissions().mode() & 0o777).unwrap_or(0);
        let whole = fs::read_to_string(&file).is_ok_and(|found| found == content);
        let modes = mode(&file) == 0o666 && mode(&self.folder) == 0o777;
        let alone = fs::read_dir(&self.folder).is_ok_and(|entries| entries.count() == self.files);
        let looks = [
            (!whole, "the file was changed"),
            (!modes, "a mode was changed"),
            (!alone, "something was made or removed"),
            (came(|| self.listener.accept()), "somebody connected to the socket"),
            (came(|| self.datagrams.recv(&mut [0; 99])), "something came to the socket"),
            (self.pipe_changed(), "somebody read or wrote the pipe"),
        ];
        if !whole {
            // Best effort: the case has failed, or is one that must.
            let _ = fs::write(&file, content);
        }
        open_to_all(&file, 0o666);
        open_to_all(&self.folder, 0o777);
        looks.iter().filter(|(touched, _)| *touched).map(|(_, what)| format!("{name}: {what}")).collect()
    }

    fn pipe_changed(&mut self) -> bool {
        let mut found = [0; 99];
        let length = self.pipe.read(&mut found).unwrap_or(0);
        let whole = &found[..length] == ALIVE.as_bytes();
        self.pipe.write_all(ALIVE.as_bytes()).expect("the pipe takes it");
        !whole
    }
}

fn open_to_all(path: &Path, mode: u32) {
    fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("the canary is open to all");
}

fn is_running(process: &mut Child) -> bool {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.id())).unwrap_or_default();
    let state = stat.rsplit(") ").next().and_then(|rest| rest.chars().next());
    matches!(process.try_wait(), Ok(None)) && matches!(state, Some('S' | 'R')) && !is_signalled(process.id())
}

/// Whether a signal is on its way to a process that had no time yet to end or stop.
fn is_signalled(pid: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let mut pending = status.lines().filter_map(|line| line.strip_prefix("SigPnd:").or(line.strip_prefix("ShdPnd:")));
    pending.any(|mask| mask.trim().bytes().any(|digit| digit != b'0'))
}

/// Whether anything waited there; takes all of it. What else goes wrong is a broken test.
fn came<T>(next: impl Fn() -> std::io::Result<T>) -> bool {
    let mut found = false;
    loop {
        match next() {
            Ok(_) => found = true,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return found,
            Err(error) => panic!("a canary is broken: {error}"),
        }
    }
}
