//! `events`: a stream that says where things stand, so that clients need not ask. It says nothing that asking would not.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use praesto_protocol::api::{Problem, ServerEvent};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval};
use tokio_stream::wrappers::ReceiverStream;

use super::entry::Caller;
use super::{App, schema};
use crate::offices::Told;
use crate::refusal::Refusal;
use crate::token::Session;

/// How often the register is asked whether the listener still may listen, and the store what other instances have taken.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
const WAITING: usize = 64;

/// First where everything stands, then what happens. Ends when the device is revoked or the server stops.
/// A device has so many at once; 429 says when to come again.
#[utoipa::path(get, path = "/v1/events", tag = "events", security(("token" = [])),
    responses((status = 200, content_type = "text/event-stream", body = schema::ServerEvent), (status = "default", body = schema::ProblemDetails)))]
pub(super) async fn listen(
    State(app): State<App>,
    Caller(session): Caller,
) -> Result<Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>>, Refusal> {
    let listening = app.listeners.open(&session)?;
    // Heard from before it is asked where things stand, so that nothing falls between.
    let told = app.offices.listen();
    let first = standing(&app, session).await?;
    let (to, from) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        // However it ended, the client comes again and is told why.
        let _ = follow(app, session, told, first, to).await;
        drop(listening);
    });
    Ok(Sse::new(ReceiverStream::new(from)).keep_alive(KeepAlive::new().interval(LOOK_AGAIN * 3)))
}

async fn follow(
    app: App,
    session: Session,
    mut told: Receiver<Told>,
    first: Vec<ServerEvent>,
    to: mpsc::Sender<Result<Event, Infallible>>,
) -> Result<(), Refusal> {
    let mut stopping = app.stopping.clone();
    let mut again = interval(LOOK_AGAIN);
    again.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut said = first;
    for event in &said {
        say(&to, event).await?;
    }
    loop {
        tokio::select! {
            told = told.recv() => match told {
                Ok(told) => {
                    let event = told.event.clone();
                    if told.office == session.office && app.ask(move |offices| offices.may_hear(&session, &told)).await? {
                        say(&to, &event).await?;
                    }
                }
                Err(RecvError::Lagged(_)) => again.reset_immediately(),
                Err(RecvError::Closed) => return Ok(()),
            },
            _ = again.tick() => {
                let now = standing(&app, session).await?;
                for event in now.iter().filter(|event| !said.contains(event)) {
                    say(&to, event).await?;
                }
                said = now;
            }
            _ = stopping.changed() => return Ok(()),
            () = to.closed() => return Ok(()),
        }
    }
}

async fn standing(app: &App, session: Session) -> Result<Vec<ServerEvent>, Refusal> {
    app.ask(move |offices| offices.standing(&session)).await
}

async fn say(to: &mpsc::Sender<Result<Event, Infallible>>, event: &ServerEvent) -> Result<(), Refusal> {
    let event = Event::default().json_data(event).map_err(|_| Refusal::from(Problem::Unavailable))?;
    to.send(Ok(event)).await.map_err(|_| Problem::Unavailable.into())
}
