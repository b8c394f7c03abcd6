import type { Language } from './languages.ts';

export interface ShellTexts {
  loading: string;
  failedTitle: string;
  failedText: string;
  tryAgain: string;
  closeWindow: string;
}

/** The few sentences needed before (or when) the language's own file cannot be loaded. */
export const shellTexts: Readonly<Record<Language, ShellTexts>> = {
  de: {
    loading: 'Wird geladen',
    failedTitle: 'Die Seite konnte nicht geladen werden',
    failedText: 'Prüfen Sie die Verbindung zum Internet und versuchen Sie es noch einmal.',
    tryAgain: 'Noch einmal versuchen',
    closeWindow: 'Sie können dieses Fenster schliessen.',
  },
  fr: {
    loading: 'Chargement',
    failedTitle: 'La page n’a pas pu être chargée',
    failedText: 'Vérifiez la connexion à Internet et réessayez.',
    tryAgain: 'Réessayer',
    closeWindow: 'Vous pouvez fermer cette fenêtre.',
  },
  it: {
    loading: 'Caricamento in corso',
    failedTitle: 'Impossibile caricare la pagina',
    failedText: 'Verifichi la connessione a Internet e riprovi.',
    tryAgain: 'Riprova',
    closeWindow: 'Può chiudere questa finestra.',
  },
  en: {
    loading: 'Loading',
    failedTitle: 'The page could not be loaded',
    failedText: 'Check the connection to the internet and try again.',
    tryAgain: 'Try again',
    closeWindow: 'You can close this window.',
  },
};
