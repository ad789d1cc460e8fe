//! A server on this machine, for tests: it answers as it is told and keeps what it was asked.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A server; it ends with its value.
pub struct Server {
    at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    /// Starts one on a free port. `answer` is given the path that is asked for, and the connection to write to.
    pub fn start(answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
        let server = Server { at: listener.local_addr().expect("it has an address"), asked: Arc::default(), is_over: Arc::default() };
        let (asked, is_over, answer) = (server.asked.clone(), server.is_over.clone(), Arc::new(answer));
        std::thread::spawn(move || {
            for connection in listener.incoming() {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(mut connection) = connection else { continue };
                let (asked, answer) = (asked.clone(), answer.clone());
                std::thread::spawn(move || {
                    let head = head_of(&mut connection);
                    let path = head.split(' ').nth(1).unwrap_or("").to_owned();
                    asked.lock().unwrap_or_else(PoisonError::into_inner).push(head);
                    answer(&path, &mut connection);
                });
            }
        });
        server
    }

    /// One that answers each path of the list with a whole answer, and others with 404.
    pub fn of(pages: &[(&str, Vec<u8>)]) -> Server {
        let pages: Vec<(String, Vec<u8>)> = pages.iter().map(|(path, answer)| ((*path).to_owned(), answer.clone())).collect();
        Server::start(move |asked, connection| {
            let page =
                pages.iter().find(|(path, _)| path == asked).map_or_else(|| answer("404 Not Found", "", b""), |(_, page)| page.clone());
            let _ = connection.write_all(&page);
        })
    }

    /// The address of a path on it.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// What it was asked so far: the head of each request.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths of these.
    pub fn asked_paths(&self) -> Vec<String> {
        self.asked().iter().map(|head| head.split(' ').nth(1).unwrap_or("").to_owned()).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // Wakes it from waiting for somebody.
        let _ = TcpStream::connect_timeout(&self.at, Duration::from_secs(1));
    }
}

/// A whole answer.
pub fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let headers = headers.trim().replace('\n', "\r\n");
    let gap = if headers.is_empty() { "" } else { "\r\n" };
    let head = format!("HTTP/1.1 {status}\r\n{headers}{gap}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn head_of(connection: &mut TcpStream) -> String {
    let mut head: Vec<u8> = Vec::new();
    let mut byte = [0];
    // Who speaks encrypted begins with another byte, and waits for an answer.
    let is_open = |head: &[u8]| head.first().is_none_or(u8::is_ascii_uppercase);
    while !head.ends_with(b"\r\n\r\n") && is_open(&head) && connection.read(&mut byte).is_ok_and(|len| len == 1) {
        head.push(byte[0]);
    }
    String::from_utf8_lossy(&head).into_owned()
}
