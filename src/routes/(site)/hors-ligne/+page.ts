// The worker answers with this page for any address that the device does not keep: no section is the reader's.
export const load = (): { lost: true } => ({ lost: true })
