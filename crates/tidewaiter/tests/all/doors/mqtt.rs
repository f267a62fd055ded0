//! The broker door against a real mosquitto.

use super::mosquitto::{Mosquitto, free_port, is_there};
use super::{receipts, sum, until};
use crate::http::Server;
use crate::support::{Place, STATUS_HEADER, status_rows};
use rumqttc::{Client, Event, MqttOptions, Packet, QoS};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

const ROWS: usize = 5;

fn settings(place: &Place, address: &str, more: &str) {
    let text = format!(
        "[doors.mqtt]\naddress = '{address}'\n{more}\n[doors.mqtt.topics]\n'csm/#' = 'SOMEBODY'\n'csm/line/+' = 'LINE'\n"
    );
    place.file("data/tidewaiter.toml", text);
}

fn is_open(server: &Server) -> bool {
    let metrics = String::from_utf8(server.client().get("/metrics").is(200).body).unwrap();
    metrics.contains("tidewaiter_door_open{door=\"mqtt\"} 1\n")
}

/// Publishes and returns when the broker has acknowledged all.
fn publish(port: u16, topic: &str, messages: impl Iterator<Item = String>, pause: Duration) {
    let mut options = MqttOptions::new(format!("publisher-{topic}"), "127.0.0.1", port);
    options.set_credentials("carrier", "tides").set_max_packet_size(1 << 20, 1 << 20);
    let (client, mut connection) = Client::new(options, 16);
    let topic = topic.to_owned();
    let messages: Vec<String> = messages.collect();
    let count = messages.len();
    let sending = std::thread::spawn(move || {
        for message in messages {
            client.publish(&topic, QoS::AtLeastOnce, false, message).unwrap();
            std::thread::sleep(pause);
        }
        client
    });
    let mut acknowledged = 0;
    while acknowledged < count {
        if let Event::Incoming(Packet::PubAck(_)) = connection.recv().unwrap().unwrap() {
            acknowledged += 1;
        }
    }
    sending.join().unwrap();
}

fn files(from: usize, count: usize) -> impl Iterator<Item = String> {
    (from..from + count)
        .map(|file| format!("{STATUS_HEADER}{}broken-{file}\n", status_rows(file * ROWS, ROWS)))
}

#[test]
fn killed_in_mid_stream_everything_is_in_exactly_once() {
    if !is_there() {
        return;
    }
    const FILES: usize = 300;
    let place = Place::new();
    let folder = PathBuf::from(place.path("broker"));
    let broker = Mosquitto::start(&folder, free_port(), "allow_anonymous true");
    let port = broker.port;
    settings(&place, &format!("mqtt://127.0.0.1:{port}"), "");
    // The session begins with the first connection; from then on the broker keeps what comes.
    let server = Server::start(&place);
    until("the broker is connected", || is_open(&server));
    let publishing =
        std::thread::spawn(move || publish(port, "csm/line/a", files(0, FILES), Duration::from_millis(8)));
    let mut kills = 0;
    let mut running = Some(server);
    while !publishing.is_finished() || kills < 3 {
        std::thread::sleep(Duration::from_millis(450 + kills * 211 % 500));
        running.take().unwrap().kill();
        kills += 1;
        running = Some(Server::start(&place));
    }
    publishing.join().unwrap();
    let server = running.unwrap();
    let accepted = || sum(&receipts(&server), "accepted");
    until("all is in", || accepted() >= (FILES * ROWS) as u64);
    std::thread::sleep(Duration::from_millis(700));
    let all = receipts(&server);
    assert_eq!(sum(&all, "accepted"), (FILES * ROWS) as u64, "after {kills} kills");
    assert_eq!(sum(&all, "quarantined"), FILES as u64);
    assert!(all.iter().all(|receipt| receipt["sender"] == "LINE" && receipt["name"] == "a"), "{}", all[0]);
}

#[test]
fn a_broker_that_goes_and_comes_back_is_connected_again() {
    if !is_there() {
        return;
    }
    let place = Place::new();
    let folder = PathBuf::from(place.path("broker"));
    let port = free_port();
    settings(&place, &format!("mqtt://127.0.0.1:{port}"), "");
    // Nobody there yet: the server starts all the same, and says so.
    let server = Server::start(&place);
    assert!(!is_open(&server));
    let doctor = place.run(&["doctor"]).exits(1).out;
    assert!(doctor.contains("broker") && doctor.contains("refused"), "{doctor}");
    let broker = Mosquitto::start(&folder, port, "allow_anonymous true");
    until("it is connected", || is_open(&server));
    publish(port, "csm/other", files(0, 3), Duration::ZERO);
    until("it is in", || receipts(&server).len() == 3);
    assert!(receipts(&server).iter().all(|receipt| receipt["sender"] == "SOMEBODY"));
    broker.stop();
    until("it is missed", || !is_open(&server));
    let _broker = Mosquitto::start(&folder, port, "allow_anonymous true");
    until("it is connected again", || is_open(&server));
    publish(port, "csm/line/b", ["no format that anybody knows".to_owned()].into_iter(), Duration::ZERO);
    publish(port, "csm/line/b", files(3, 2), Duration::ZERO);
    until("it is in", || receipts(&server).len() == 5);
    let aside = || std::fs::read_dir(place.path("data/refused-mqtt")).map_or(0, Iterator::count);
    until("the message that could not be read lies aside, and its problem", || aside() == 2);
    let metrics = String::from_utf8(server.client().get("/metrics").is(200).body).unwrap();
    assert!(metrics.contains("tidewaiter_door_files{door=\"mqtt\",result=\"refused\"} 1\n"), "{metrics}");
}

#[test]
fn the_way_is_encrypted_and_the_broker_is_told_who_comes() {
    if !is_there() {
        return;
    }
    let place = Place::new();
    let folder = PathBuf::from(place.path("broker"));
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let authority = place.file("data/broker-ca.pem", made.cert.pem());
    place.file("broker/cert.pem", made.cert.pem());
    place.file("broker/key.pem", made.signing_key.serialize_pem());
    let passwords = place.file("broker/passwords", "");
    let status = Command::new("mosquitto_passwd").args(["-b", &passwords, "carrier", "tides"]).status();
    assert!(status.unwrap().success());
    let kept = folder.display();
    let (plain, port) = (free_port(), free_port());
    let lines = format!(
        "allow_anonymous false\npassword_file {passwords}\nlistener {port} 127.0.0.1\ncertfile {kept}/cert.pem\nkeyfile \
         {kept}/key.pem"
    );
    let _broker = Mosquitto::start(&folder, plain, &lines);
    let files_of = "credentials_file = 'broker.credentials'\nca_file = 'broker-ca.pem'";
    settings(&place, &format!("mqtts://localhost:{port}"), files_of);
    place.file("data/broker.credentials", "carrier\nwrong\n");
    let server = Server::start(&place);
    std::thread::sleep(Duration::from_millis(800));
    assert!(!is_open(&server), "a wrong password");
    server.kill();
    place.file("data/broker.credentials", "carrier\ntides\n");
    let server = Server::start(&place);
    until("it is connected", || is_open(&server));
    publish(plain, "csm/line/c", files(0, 4), Duration::ZERO);
    until("it is in", || receipts(&server).len() == 4);
    server.kill();
    // An authority that did not sign it.
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(authority, other.cert.pem()).unwrap();
    let server = Server::start(&place);
    std::thread::sleep(Duration::from_millis(800));
    assert!(!is_open(&server), "another authority");
}
