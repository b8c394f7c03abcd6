interface Application {
  directoryId: string;
  applicationId: string;
}

/** Whether an attempt is about the application that is stored: that of another one neither helps nor harms it. */
export function isAbout(
  attempt: { directory_id: string; application_id: string },
  { directoryId, applicationId }: Application,
): boolean {
  return attempt.directory_id === directoryId && attempt.application_id === applicationId;
}
