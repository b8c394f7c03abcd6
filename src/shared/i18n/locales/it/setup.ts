import type { SetupMessages } from '../../messages.ts';
import { registrationStep, secretStep, valuesStep } from './setup-registration.ts';
import { permissionsStep, smtpStep, testStep } from './setup-rights.ts';
import { rolesStep } from './setup-roles.ts';

export const setup: SetupMessages = {
  title: 'Configurazione',
  steps: {
    roles: 'Lei e i Suoi ruoli',
    registration: 'Registrazione app',
    secret: 'Segreto client',
    values: 'Valori',
    permissions: 'Autorizzazioni',
    consent: 'Consenso amministratore',
    smtp: 'SMTP autenticato',
    test: 'Test della connessione',
    'hand-over': 'Consegna a LEGAL 365',
    summary: 'Riepilogo',
  },
  states: {
    done: 'verificato',
    ticked: 'inserito o spuntato',
    running: 'in corso',
    unknown: 'sconosciuto',
    problem: 'richiede attenzione',
    'to-do': 'da fare',
  },
  nav: {
    label: 'Passaggi della configurazione',
    position: (step, total, title) => `Passaggio ${step} di ${total}: ${title}`,
    numbered: (step, title) => `${step}. ${title}`,
    back: 'Indietro',
    nextTo: (title) => `Avanti: ${title}`,
    backTo: (title) => `Indietro: ${title}`,
  },
  who: 'Chi può farlo',
  roleOf: {
    roles: 'Tutti',
    registration:
      'Amministratore di applicazioni, Amministratore di applicazioni cloud, Sviluppatore di applicazioni o Amministratore globale',
    secret:
      'Amministratore di applicazioni, Amministratore di applicazioni cloud, Amministratore globale o il proprietario della registrazione',
    values: 'Un amministratore di LEGAL 365 Connect',
    permissions:
      'Amministratore di applicazioni, Amministratore di applicazioni cloud, Amministratore globale o il proprietario della registrazione',
    consent: 'Amministratore globale o Amministratore dei ruoli con privilegi, nessun altro',
    smtp: 'Amministratore di Exchange o Amministratore globale',
    test: 'Un amministratore di LEGAL 365 Connect',
    'hand-over': 'Un amministratore di LEGAL 365 Connect, insieme a un amministratore di LEGAL 365',
    summary: 'Tutti',
  },
  pasteTitle: 'Da incollare qui',
  seenTitle: 'Come vede che ha funzionato',
  trapsTitle: 'Attenzione',
  portalNote:
    'I pulsanti aprono i portali di Microsoft accanto a questa pagina; qui non si perde nulla. Stato di novembre 2026: i portali cambiano e seguono la Sua impostazione della lingua. Se una pagina appare diversa, cerchi le parole inglesi.',
  open: {
    registrations: 'Apri Registrazioni app',
    overview: 'Apri la panoramica della registrazione',
    authentication: 'Apri Autenticazione',
    secrets: 'Apri Certificati e segreti',
    permissions: 'Apri Autorizzazioni API',
    users: 'Apri gli utenti attivi',
    exchange: 'Apri l’interfaccia di amministrazione di Exchange',
  },
  tickedBy: (name, when) => `Spuntato da ${name}, ${when}`,
  ticked: (when) => `Spuntato ${when}`,
  tickFailed: 'Non è stato possibile salvare la spunta',
  readOnly:
    'Può guardare ogni passaggio. Solo gli amministratori possono inserire valori e spuntare passaggi.',
  usersTitle: 'La configurazione spetta ai Suoi amministratori',
  usersText:
    'Serve loro il ruolo Amministratore globale o Amministratore di applicazioni in Microsoft 365. Qui vede a che punto sono.',
  askPeople: (names) => `Finora se ne sono occupati, e può chiedere a loro: ${names}.`,
  handOver: {
    button: 'Affida a un’altra persona',
    message: (entity, step, link) =>
      `La prego di proseguire la configurazione di LEGAL 365 per «${entity}» dal passaggio «${step}»: ${link}`,
    done: 'Copiato. Lo incolli in una chat o in un’e-mail; il link apre proprio questo passaggio.',
    failed: 'Il browser non permette di copiare. Selezioni il testo e lo copi.',
    needs: (roles) => `Chi può fare questo passaggio nel portale di Microsoft: ${roles}.`,
    tab: 'Per inserire valori qui bisogna essere amministratori di LEGAL 365 Connect; un consulente informatico esterno con il ruolo Lettore vede tutti i passaggi.',
  },
  rolesStep,
  registrationStep,
  secretStep,
  valuesStep,
  permissionsStep,
  smtpStep,
  testStep,
};
