//! One Tauri command for each command of the contract. `async` moves the blocking call off the thread that draws.

use praesto_app::{Handle, Praesto};
use praesto_contract::*;

macro_rules! handlers {
    ($($name:ident($request:ty) -> $output:ty,)*) => {
        $(
            #[tauri::command(async)]
            fn $name(praesto: tauri::State<'_, Praesto>, request: $request) -> Result<$output, ApiError> {
                praesto.handle(request)
            }
        )*

        /// Answers what the window asks.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
praesto_contract::with_commands!(handlers);
