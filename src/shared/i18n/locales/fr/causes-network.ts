import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Between here and Microsoft, and what nobody can name. */
export const networkCauses = {
  throttled: {
    title: 'Microsoft demande une pause',
    meaning:
      'Rien n’est cassé. Trop de demandes sont arrivées en peu de temps ; le dernier état connu reste valable.',
    steps: [
      'Attendez quelques minutes. Un nouvel essai a lieu automatiquement dans le quart d’heure.',
      'Si cela se répète, regardez si un autre programme utilise la même application.',
    ],
  },
  'service-unavailable': {
    title: 'Microsoft 365 n’est pas disponible en ce moment',
    meaning:
      'Impossible de vérifier maintenant si la connexion fonctionne. La panne se situe chez Microsoft ou sur le chemin ; vos réglages sont conservés et personne ne doit se reconnecter.',
    steps: [
      'Réessayez dans quelques minutes.',
      'Si cela dure, regardez dans le centre d’administration Microsoft 365 sous « Intégrité » (Health), « État d’intégrité des services » (Service health).',
    ],
  },
  'proxy-blocked': {
    title: 'Quelque chose dans votre réseau a répondu à la place de Microsoft',
    meaning:
      'La connexion n’atteint pas Microsoft. Un proxy, un pare-feu ou un filtre web du réseau où se trouve le serveur a répondu à sa place.',
    steps: [
      'Faites autoriser par votre responsable réseau l’hôte indiqué ci-dessous ainsi que login.microsoftonline.com, graph.microsoft.com et outlook.office365.com, sans authentification et sans inspection.',
      'Si le serveur doit passer par un proxy, saisissez-le dans la configuration du serveur.',
      'Choisissez « Tester la connexion ».',
    ],
  },
  dns: {
    title: 'Le nom du serveur est introuvable',
    meaning:
      'Microsoft n’est pas accessible d’ici, car le service de noms du réseau ne connaît pas l’adresse.',
    steps: [
      'Vérifiez que le serveur de LEGAL 365 Connect est relié à Internet.',
      'Faites vérifier par votre responsable réseau le service de noms (DNS) pour l’hôte indiqué ci-dessous.',
      'Choisissez « Tester la connexion ».',
    ],
  },
  'network-unreachable': {
    title: 'Pas de liaison avec Microsoft',
    meaning: 'Rien n’a pu être vérifié. La connexion a été refusée, ou aucun chemin ne mène au serveur.',
    steps: [
      'Vérifiez que le serveur de LEGAL 365 Connect est relié à Internet.',
      'Faites autoriser par votre responsable réseau les connexions sortantes vers l’hôte indiqué ci-dessous : port 443, pour le courrier 995 et 587.',
      'Choisissez « Tester la connexion ».',
    ],
  },
  timeout: {
    title: 'Pas de réponse à temps',
    meaning:
      'Impossible de dire si la connexion fonctionne : Microsoft n’a pas répondu dans le délai accordé.',
    steps: [
      'Choisissez de nouveau « Tester la connexion ».',
      'Si rien ne change, votre responsable réseau vérifie si un pare-feu écarte sans rien dire les connexions vers l’hôte indiqué ci-dessous.',
    ],
  },
  'connection-dropped': {
    title: 'La connexion s’est interrompue',
    meaning:
      'Impossible de dire si la connexion fonctionne : elle a été coupée en cours de route. Un nouvel essai a lieu automatiquement dans le quart d’heure.',
    steps: [
      'Choisissez de nouveau « Tester la connexion ».',
      'Si cela se répète, faites contrôler le pare-feu et le proxy.',
    ],
  },
  'tls-untrusted': {
    title: 'Le certificat n’est pas digne de confiance',
    meaning:
      'Pour protéger vos données, la connexion n’a pas été utilisée. Le certificat présenté ne vient pas de Microsoft ou a expiré ; le plus souvent, un appareil de votre réseau inspecte les connexions chiffrées.',
    steps: [
      'Faites exempter de l’inspection, par votre responsable réseau, l’hôte indiqué ci-dessous.',
      'Si l’inspection est obligatoire, l’autorité de certification de votre étude doit être enregistrée sur le serveur de LEGAL 365 Connect.',
      'Vérifiez la date et l’heure du serveur, puis choisissez « Tester la connexion ».',
    ],
  },
  unknown: {
    title: 'La cause n’est pas connue',
    meaning:
      'Cela n’a pas fonctionné, et la réponse ne dit pas pourquoi. Nous préférons le dire plutôt que de deviner.',
    steps: [
      'Réessayez dans quelques minutes.',
      'Si cela échoue de nouveau, envoyez la réponse de Microsoft ci-dessous à l’assistance LEGAL 365.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;
