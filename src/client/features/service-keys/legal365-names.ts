/** How LEGAL 365's own screen names what goes into it. Its spelling stands in every language. */
export const legal365 = {
  menu: 'Einstellungen > Admin > Spezial > Entitäten > Microsoft 365',
  clientSecret: 'Client Anmelde-Information (Wert)',
  applicationId: 'Anwendungs-ID (Client)',
  directoryId: 'Verzeichnis-ID (Mandant)',
} as const;

/** LEGAL 365's name of a field, with ours behind it where it differs. */
export function fieldName(theirs: string, ours: string): string {
  return theirs === ours ? theirs : `${theirs} · ${ours}`;
}
