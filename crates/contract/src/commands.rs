//! The one list of commands.

use serde::{Serialize, de::DeserializeOwned};

use crate::*;

/// A request that Praesto answers.
pub trait Command: Serialize + DeserializeOwned {
    /// Name on the wire, in the terminal and in the desktop's permissions.
    const NAME: &'static str;
    /// What comes back.
    type Output: Serialize + DeserializeOwned;
}

/// Calls a macro with every command as `name(Request) -> Output,`.
#[macro_export]
macro_rules! with_commands {
    ($m:path) => {
        $m! {
            app_status(AppStatusGet) -> AppStatus,
            office_create(OfficeCreate) -> AppStatus,
            office_join(OfficeJoin) -> AppStatus,
            sample_office_create(SampleOfficeCreate) -> AppStatus,
            backup_make(BackupMake) -> BackupDone,
            backup_restore(BackupRestore) -> AppStatus,
            job_stop(JobStop) -> (),
            sample_office_stop(SampleOfficeStop) -> (),
            server_set(ServerSet) -> AppStatus,
            invitation_create(InvitationCreate) -> InvitationView,
            invitation_read(InvitationRead) -> InvitationSummary,
            people_list(PeopleList) -> Vec<PersonView>,
            vault_unlock(VaultUnlock) -> AppStatus,
            vault_lock(VaultLock) -> AppStatus,
            key_policy_set(KeyPolicySet) -> AppStatus,
            settings_get(SettingsGet) -> Settings,
            settings_set(SettingsSet) -> Settings,
            proxy_get(ProxyGet) -> ProxyView,
            proxy_set(ProxySet) -> ProxyView,
            connection_try(ConnectionTry) -> ConnectionTried,
            desk_get(DeskGet) -> Desk,
            notice_get(NoticeGet) -> Option<NoticeView>,
            notice_said(NoticeSaid) -> (),
            closing_asks(ClosingAsks) -> ClosingAsksView,
            report_make(ReportMake) -> ReportView,
            report_save(ReportSave) -> (),
            sync_now(SyncNow) -> SyncView,
            waiting_look(WaitingLook) -> AppStatus,
            waiting_leave(WaitingLeave) -> AppStatus,
            sync_status(SyncStatusGet) -> SyncView,
            files_release(FilesRelease) -> HeldFiles,
            verify(Verify) -> VerifyReport,
            this_computer(ThisComputerGet) -> ThisComputer,
            set_aside_retry(SetAsideRetry) -> ThisComputer,
            findings_note(FindingsNote) -> ThisComputer,
            today_get(TodayGet) -> TodayView,
            news_get(NewsGet) -> News,
            case_list(CaseListGet) -> CaseListPage,
            lists(ListsGet) -> ListsView,
            list_keep(ListKeep) -> ListsView,
            list_forget(ListForget) -> ListsView,
            tags(TagsGet) -> Vec<String>,
            cases_hold(CasesHold) -> CasesHeld,
            cases_act(CasesAct) -> CasesActed,
            cases_stop(CasesStop) -> (),
            cases_undo(CasesUndo) -> CasesActed,
            case_get(CaseGet) -> CaseView,
            access(AccessGet) -> AccessPage,
            case_out_plan(CaseOutPlan) -> CaseOutView,
            case_out(CaseOut) -> WentOut,
            list_out(ListOut) -> WentOut,
            case_alike(CaseAlike) -> Vec<AlikeCase>,
            case_create(CaseCreate) -> CaseView,
            case_edit(CaseEdit) -> CaseView,
            case_types(CaseTypesGet) -> Vec<CaseTypeView>,
            case_type_list(CaseTypeList) -> CaseTypesView,
            case_type_add(CaseTypeAdd) -> CaseTypeAdded,
            case_type_withdraw(CaseTypeWithdraw) -> CaseTypesView,
            case_step(CaseStep) -> CaseView,
            case_decide(CaseDecide) -> CaseView,
            case_sign(CaseSign) -> CaseView,
            letter_draft(LetterDraft) -> LetterDraftView,
            letter_make(LetterMake) -> CaseView,
            letter_print(LetterPrint) -> LetterSheet,
            case_undo(CaseUndo) -> CaseView,
            case_remove(CaseRemove) -> CaseView,
            case_restore(CaseRestore) -> CaseView,
            removals_settle(RemovalsSettle) -> (),
            case_pin(CasePin) -> CaseView,
            hand_over(HandOver) -> HandOverDone,
            hand_over_plan(HandOverPlan) -> CaseloadView,
            hand_overs(HandOversGet) -> HandOversView,
            hand_overs_waiting(HandOversWaiting) -> Vec<WaitingActView>,
            hand_over_take(HandOverTake) -> HandOverDone,
            hand_over_give_back(HandOverGiveBack) -> HandOverDone,
            hand_over_stop(HandOverStop) -> (),
            draft_put(DraftPut) -> (),
            draft_list(DraftList) -> Vec<DraftView>,
            conflict_settle(ConflictSettle) -> CaseView,
            attachment_add(AttachmentAdd) -> CaseView,
            attachment_fetch(AttachmentFetch) -> CaseView,
            attachment_save(AttachmentSave) -> AttachmentSaved,
            attachment_preview(AttachmentPreview) -> PreviewView,
            attachment_print(AttachmentPrint) -> PrintView,
            attachment_keep_part(AttachmentKeepPart) -> CaseView,
            preview_stop(PreviewStop) -> (),
            scan_look(ScanLook) -> ScanPageView,
            scan_make(ScanMake) -> CaseView,
            scan_stop(ScanStop) -> (),
            file_edit(FileEdit) -> ElsewhereView,
            files_elsewhere(FilesElsewhereGet) -> ElsewhereView,
            file_put_back(FilePutBack) -> PutBack,
            found_take(FoundTake) -> CaseView,
            search(Search) -> SearchPage,
            import_plan(ImportPlan) -> ImportReport,
            import_run(ImportRun) -> ImportReport,
            import_stop(ImportStop) -> (),
        }
    };
}

macro_rules! implement {
    ($($name:ident($request:ty) -> $output:ty,)*) => {
        $(impl Command for $request {
            const NAME: &'static str = stringify!($name);
            type Output = $output;
        })*
        /// Names of all commands, in the order of the list.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
with_commands!(implement);
