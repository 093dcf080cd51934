//! One Tauri command for each command of the contract.

use praesto_app::{Handle, Praesto};
use praesto_contract::*;
use tauri::{AppHandle, Manager, async_runtime::spawn_blocking};

macro_rules! handlers {
    ($($name:ident($request:ty) -> $output:ty,)*) => {
        $(
            #[tauri::command]
            async fn $name(app: AppHandle, request: $request) -> Result<$output, ApiError> {
                answer(app, request).await
            }
        )*

        /// Answers what the window asks.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
praesto_contract::with_commands!(handlers);

/// Commands block, for files, keys and the network: they run on threads made for that, never on the one that draws. A command that
/// panics is an error like any other, not a window that waits for ever.
async fn answer<C>(app: AppHandle, request: C) -> Result<C::Output, ApiError>
where
    C: Command + Send + 'static,
    C::Output: Send + 'static,
    Praesto: Handle<C>,
{
    let answered = spawn_blocking(move || app.state::<Praesto>().handle(request)).await;
    answered.unwrap_or_else(|error| {
        tracing::error!(command = C::NAME, %error, "a command did not end");
        Err(ApiError::new(ErrorCode::Internal))
    })
}
