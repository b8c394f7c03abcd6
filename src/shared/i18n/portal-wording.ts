import type { Language } from './languages.ts';

/** A word of Microsoft's portals in one language. One that is not verified never stands without the English one. */
export interface PortalWording {
  text: string;
  verified: boolean;
}

const seen = (text: string): PortalWording => ({ text, verified: true });
/** Not found in Microsoft's own pages in this language: translated, or found with others only. */
const unseen = (text: string): PortalWording => ({ text, verified: false });

type Term = Readonly<Record<Language, PortalWording>>;

const term = (
  en: string,
  de: PortalWording | string,
  fr: PortalWording | string,
  it: PortalWording | string,
): Term => ({ en: seen(en), de: wording(de), fr: wording(fr), it: wording(it) });

const wording = (word: PortalWording | string): PortalWording =>
  typeof word === 'string' ? seen(word) : word;

/** Names that Microsoft writes alike in all languages. */
const same = (name: string): Term => term(name, name, name, name);

/**
 * Names of menus, buttons and fields in the admin centers of Entra, Microsoft 365 and Exchange, as Microsoft's pages in
 * the four languages wrote them up to November 2026. Portals change, and they follow the person's own language setting.
 */
const terms = {
  entraCenter: term(
    'Microsoft Entra admin center',
    unseen('Microsoft Entra Admin Center'),
    unseen('Centre d’administration Microsoft Entra'),
    unseen('Interfaccia di amministrazione di Microsoft Entra'),
  ),
  entraId: same('Entra ID'),
  appRegistrations: term(
    'App registrations',
    'App-Registrierungen',
    'Inscriptions d’applications',
    'Registrazioni app',
  ),
  /** Name of the registration, as LEGAL 365's articles ask for it. */
  timeSensor: same('timeSensor'),
  newRegistration: term(
    'New registration',
    'Neue Registrierung',
    'Nouvelle inscription',
    'Nuova registrazione',
  ),
  name: term('Name', 'Name', 'Nom', 'Nome'),
  accountTypes: term(
    'Supported account types',
    'Unterstützte Kontotypen',
    'Types de comptes pris en charge',
    'Tipi di account supportati',
  ),
  singleTenant: term(
    'Accounts in this organizational directory only',
    'Nur Konten in diesem Organisationsverzeichnis',
    'Comptes dans cet annuaire organisationnel uniquement',
    'Account solo in questa directory organizzativa',
  ),
  redirectUri: term('Redirect URI', 'Umleitungs-URI', 'URI de redirection', 'URI di reindirizzamento'),
  web: same('Web'),
  register: term('Register', 'Registrieren', 'Inscrire', 'Registra'),
  overview: term('Overview', 'Übersicht', 'Vue d’ensemble', 'Panoramica'),
  applicationId: term(
    'Application (client) ID',
    'Anwendungs-ID (Client)',
    unseen('ID d’application (client)'),
    unseen('ID applicazione (client)'),
  ),
  objectId: term('Object ID', unseen('Objekt-ID'), unseen('ID d’objet'), unseen('ID oggetto')),
  directoryId: term(
    'Directory (tenant) ID',
    'Verzeichnis-ID (Mandant)',
    unseen('ID de l’annuaire (locataire)'),
    unseen('ID directory (tenant)'),
  ),
  authentication: term('Authentication', 'Authentifizierung', 'Authentification', 'Autenticazione'),
  addPlatform: term(
    'Add a platform',
    'Plattform hinzufügen',
    unseen('Ajouter une plateforme'),
    'Aggiungi una piattaforma',
  ),
  addUri: term('Add URI', unseen('URI hinzufügen'), unseen('Ajouter un URI'), unseen('Aggiungi URI')),
  configure: term('Configure', unseen('Konfigurieren'), unseen('Configurer'), unseen('Configura')),
  save: term('Save', unseen('Speichern'), unseen('Enregistrer'), unseen('Salva')),
  certificatesAndSecrets: term(
    'Certificates & secrets',
    'Zertifikate & Geheimnisse',
    'Certificats & secrets',
    'Certificati e segreti',
  ),
  clientSecrets: term(
    'Client secrets',
    unseen('Geheime Clientschlüssel'),
    unseen('Secrets client'),
    unseen('Segreti client'),
  ),
  newClientSecret: term(
    'New client secret',
    'Neuer geheimer Clientschlüssel',
    unseen('Nouveau secret client'),
    'Nuovo segreto client',
  ),
  description: term('Description', 'Beschreibung', 'Description', 'Descrizione'),
  expires: term('Expires', unseen('Gültig bis'), unseen('Date d’expiration'), unseen('Scadenza')),
  months24: term('24 months', unseen('24 Monate'), unseen('24 mois'), unseen('24 mesi')),
  add: term('Add', 'Hinzufügen', 'Ajouter', 'Aggiungi'),
  value: term('Value', 'Wert', 'Valeur', 'Valore'),
  secretId: term('Secret ID', unseen('Geheime ID'), unseen('ID de secret'), unseen('ID segreto')),
  apiPermissions: term(
    'API permissions',
    'API-Berechtigungen',
    'Autorisations de l’API',
    'Autorizzazioni API',
  ),
  addPermission: term(
    'Add a permission',
    'Berechtigung hinzufügen',
    'Ajouter une autorisation',
    'Aggiungi un’autorizzazione',
  ),
  microsoftGraph: same('Microsoft Graph'),
  applicationPermissions: term(
    'Application permissions',
    'Anwendungsberechtigungen',
    'Autorisations de l’application',
    'Autorizzazioni dell’applicazione',
  ),
  delegatedPermissions: term(
    'Delegated permissions',
    'Delegierte Berechtigungen',
    'Autorisations déléguées',
    'Autorizzazioni delegate',
  ),
  addPermissions: term(
    'Add permissions',
    'Berechtigungen hinzufügen',
    'Ajouter des autorisations',
    'Aggiungi autorizzazioni',
  ),
  grantConsent: term(
    'Grant admin consent',
    unseen('Administratorzustimmung erteilen'),
    'Accorder un consentement d’administrateur',
    'Concedi consenso amministratore',
  ),
  microsoft365Center: term(
    'Microsoft 365 admin center',
    unseen('Microsoft 365 Admin Center'),
    unseen('Centre d’administration Microsoft 365'),
    unseen('Interfaccia di amministrazione di Microsoft 365'),
  ),
  users: term('Users', 'Benutzer', unseen('Utilisateurs'), unseen('Utenti')),
  activeUsers: term(
    'Active users',
    'Aktive Benutzer',
    unseen('Utilisateurs actifs'),
    unseen('Utenti attivi'),
  ),
  user: term('(user)', '(Benutzer)', '(utilisateur)', '(utente)'),
  mail: term('Mail', 'E-Mail', unseen('Courrier'), unseen('Posta')),
  manageEmailApps: term(
    'Manage email apps',
    'E-Mail-Apps verwalten',
    unseen('Gérer les applications de messagerie'),
    unseen('Gestisci app di posta elettronica'),
  ),
  authenticatedSmtp: term(
    'Authenticated SMTP',
    'Authentifiziertes SMTP',
    unseen('SMTP authentifié'),
    unseen('SMTP autenticato'),
  ),
  pop: same('POP'),
  saveChanges: term(
    'Save changes',
    unseen('Änderungen speichern'),
    unseen('Enregistrer les modifications'),
    unseen('Salva modifiche'),
  ),
  exchangeCenter: term(
    'Exchange admin center',
    unseen('Exchange Admin Center'),
    unseen('Centre d’administration Exchange'),
    unseen('Interfaccia di amministrazione di Exchange'),
  ),
  settings: term('Settings', unseen('Einstellungen'), unseen('Paramètres'), unseen('Impostazioni')),
  mailFlow: term(
    'Mail flow',
    unseen('Nachrichtenfluss'),
    unseen('Flux de courrier'),
    unseen('Flusso di posta'),
  ),
  turnOffSmtp: term(
    'Turn off SMTP AUTH protocol for your organization',
    unseen('SMTP AUTH-Protokoll für Ihre Organisation deaktivieren'),
    unseen('Désactiver le protocole SMTP AUTH pour votre organisation'),
    unseen('Disattiva il protocollo SMTP AUTH per l’organizzazione'),
  ),
} as const;

export type PortalTerm = keyof typeof terms;
export const portalTerms: Readonly<Record<PortalTerm, Term>> = terms;

/** A menu path, outermost first. */
export type PortalMenu = readonly PortalTerm[];
