//! The least: what a console says is sent to one board after the other by one thread. It stores nothing, hears nothing of
//! a board, and waits for whoever is slow. By a `write` for each picture and board nobody does it for less.

use std::{
    io::Write,
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        mpsc::{self, Sender},
    },
    thread,
};

use tokio_tungstenite::tungstenite::{
    accept_hdr,
    handshake::server::{Request, Response},
    protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    },
};

use crate::floor::PING;

/// Serves until it is killed. Prints its address first.
pub(crate) fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("{}", listener.local_addr().unwrap());
    let boards = Arc::new(Mutex::new(Vec::new()));
    let (told, tells) = mpsc::channel::<Vec<u8>>();
    let all = Arc::clone(&boards);
    thread::spawn(move || {
        for text in tells {
            let mut frame = Vec::new();
            let whole = Frame::message(text, OpCode::Data(Data::Text), true);
            whole.format(&mut frame).unwrap();
            for board in all.lock().unwrap().iter_mut() {
                TcpStream::write_all(board, &frame).unwrap();
            }
        }
    });
    for stream in listener.incoming() {
        attend(stream.unwrap(), &boards, told.clone());
    }
}

fn attend(stream: TcpStream, boards: &Mutex<Vec<TcpStream>>, told: Sender<Vec<u8>>) {
    stream.set_nodelay(true).unwrap();
    let own = stream.try_clone().unwrap();
    let mut is_board = false;
    #[expect(clippy::result_large_err, reason = "so the handshake asks for it")]
    let look = |request: &Request, response: Response| {
        is_board = request.uri().path().ends_with("board");
        Ok(response)
    };
    let mut socket = accept_hdr(stream, look).unwrap();
    if is_board {
        return boards.lock().unwrap().push(own);
    }
    thread::spawn(move || {
        while let Ok(said) = socket.read() {
            let text = said.into_data().to_vec();
            if !text.starts_with(PING.as_bytes()) {
                told.send(text).unwrap();
            }
        }
    });
}
