//! The description of the interface, generated from the handlers.

use axum::Json;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};

use super::entry::Anybody;
use super::{attachments, envelopes, events, health, holding, joins, login, records, register, schema, spaces};

#[derive(OpenApi)]
#[openapi(
    info(title = "Praesto office server", description = "Keeps sealed, signed records of offices, in order. It holds no key to any of them."),
    modifiers(&Token),
    components(schemas(schema::ServerEvent)),
    paths(
        health::server, health::alive, health::ready, health::metrics, login::challenge, login::login, register::read, register::append,
        spaces::state, spaces::heads, records::read, records::append, records::of_document, envelopes::read, envelopes::complete,
        attachments::presence, attachments::read, attachments::put, attachments::patch, holding::read, holding::hand_over, holding::let_go,
        joins::read, joins::ask, events::listen,
    )
)]
struct Description;

struct Token;

impl utoipa::Modify for Token {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        openapi.components.get_or_insert_default().add_security_scheme("token", SecurityScheme::Http(bearer));
    }
}

/// The description as an OpenAPI 3.1 document.
pub fn document() -> serde_json::Value {
    serde_json::to_value(Description::openapi()).unwrap_or_default()
}

pub(super) async fn read(_: Anybody) -> Json<serde_json::Value> {
    Json(document())
}
