//! One handler for each command of the contract. A command in the list without one does not compile.

use praesto_contract::*;

use crate::error::AppError;
use crate::host::Host;
use crate::praesto::{Core, Praesto};

/// Answers a command.
pub trait Handle<C: Command> {
    /// Answers `request`. Blocking; never on a thread that draws.
    fn handle(&self, request: C) -> Result<C::Output, ApiError>;
}

/// What windows ask by themselves, without anybody at work: it must not keep an idle vault open.
const BY_ITSELF: &[&str] = &[
    "people_list",
    "sync_status",
    "waiting_look",
    "case_list",
    "lists",
    "case_get",
    "access",
    "case_out_plan",
    "case_alike",
    "today_get",
    "news_get",
    "case_types",
    "case_type_list",
    "letter_draft",
    "hand_overs",
    "hand_overs_waiting",
    "hand_over_plan",
    "this_computer",
    "settings_get",
    "notice_get",
    "notice_said",
    "closing_asks",
    "files_elsewhere",
];

macro_rules! handlers {
    ($($name:ident($request:ty) -> $output:ty,)*) => {
        $(impl<H: Host> Handle<$request> for Praesto<H> {
            fn handle(&self, request: $request) -> Result<$output, ApiError> {
                if !BY_ITSELF.contains(&stringify!($name)) {
                    self.core.used();
                }
                self.core.$name(request).map_err(ApiError::from)
            }
        })*

        /// Answers a command by name, in JSON: the terminal's way in.
        impl<H: Host> Praesto<H> {
            /// # Errors
            /// `InvalidInput` for an unknown name or a request that does not fit; else as the command.
            pub fn call(&self, name: &str, request: serde_json::Value) -> Result<serde_json::Value, ApiError> {
                match name {
                    $(stringify!($name) => {
                        let request: $request = serde_json::from_value(request)
                            .map_err(|error| ApiError::new(ErrorCode::InvalidInput).with("field", error))?;
                        let output = self.handle(request)?;
                        serde_json::to_value(output).map_err(|_| ApiError::new(ErrorCode::Internal))
                    })*
                    _ => Err(ApiError::new(ErrorCode::InvalidInput).with("field", "command")),
                }
            }
        }
    };
}
praesto_contract::with_commands!(handlers);

impl<H: Host> Core<H> {
    fn app_status(&self, _: AppStatusGet) -> Result<AppStatus, AppError> {
        self.status()
    }

    fn invitation_create(&self, request: InvitationCreate) -> Result<InvitationView, AppError> {
        self.office()?.invite(&request.person_name)
    }

    fn people_list(&self, _: PeopleList) -> Result<Vec<PersonView>, AppError> {
        self.office()?.people()
    }

    fn sync_now(&self, _: SyncNow) -> Result<SyncView, AppError> {
        let office = self.office()?;
        match office.sync() {
            // Offline is a state, not a failure: everything is safe here.
            Ok(()) | Err(AppError::Remote(crate::sync::RemoteError::Offline)) => {}
            Err(error) => return Err(error),
        }
        office.sync_view()
    }

    fn waiting_look(&self, _: WaitingLook) -> Result<AppStatus, AppError> {
        let office = self.office()?;
        match office.sync().map_err(ApiError::from) {
            // That nobody has let it in yet is what it waits for; without a network it waits on.
            Err(error) if ![ErrorCode::WaitingForColleague, ErrorCode::Offline].contains(&error.code) => Err(error.into()),
            _ => self.status(),
        }
    }

    fn sync_status(&self, _: SyncStatusGet) -> Result<SyncView, AppError> {
        self.office()?.sync_view()
    }

    fn this_computer(&self, _: ThisComputerGet) -> Result<ThisComputer, AppError> {
        self.office()?.this_computer(&self.settings()?)
    }

    fn findings_note(&self, request: FindingsNote) -> Result<ThisComputer, AppError> {
        let office = self.office()?;
        office.vault.write(|writer| Ok::<_, AppError>(writer.note_findings(request.last.0)?))?;
        if let Ok(sync) = office.sync_view() {
            self.host.emit(AppEvent::Sync { sync });
        }
        office.this_computer(&self.settings()?)
    }

    fn set_aside_retry(&self, _: SetAsideRetry) -> Result<ThisComputer, AppError> {
        let office = self.office()?;
        office.retry_set_aside(true)?;
        office.this_computer(&self.settings()?)
    }
}
