import type { Language } from './languages';

const en = {
  timeout: 'The service took too long.',
  'rate-limited': 'The service asked us to slow down.',
  'no-credit': 'Our credit with the service is used up.',
  'content-rejected': 'The service refused the content. Change the words, then try again.',
  'bad-request': 'The service did not understand the order.',
  'bad-reply': 'The service sent something unusable.',
  expired: 'The result was gone before it could be fetched.',
  unavailable: 'The service did not answer.',
  'provider-paused': 'The service takes no orders at the moment; nothing was lost.',
  'provider-gone': 'The service is not configured any more.',
  'model-gone': 'The model is not available any more.',
  'outcome-unknown': 'The connection broke, and nobody can say whether the order was taken.',
  'insufficient-credits': 'The budget does not cover it.',
  rights: 'The rights to an asset do not allow it.',
  'asset-gone': 'An asset it needs is gone.',
  'file-gone': 'A file it needs is gone.',
  'clip-missing': 'A clip is missing.',
  quality: 'The video is not what was promised.',
  superseded: 'It was changed while it was made.',
  'gave-up': 'The step was started again and again and never ended.',
  internal: 'Something went wrong on our side; the server log says what.',
};
export type FailureCode = keyof typeof en;

const de: typeof en = {
  timeout: 'Der Dienst hat zu lange gebraucht.',
  'rate-limited': 'Der Dienst bittet uns, langsamer zu fragen.',
  'no-credit': 'Unser Guthaben beim Dienst ist aufgebraucht.',
  'content-rejected': 'Der Dienst hat den Inhalt abgelehnt. Text ändern, dann erneut versuchen.',
  'bad-request': 'Der Dienst hat den Auftrag nicht verstanden.',
  'bad-reply': 'Der Dienst hat etwas Unbrauchbares geschickt.',
  expired: 'Das Ergebnis war weg, bevor es geholt werden konnte.',
  unavailable: 'Der Dienst hat nicht geantwortet.',
  'provider-paused': 'Der Dienst nimmt gerade keine Aufträge an; nichts ist verloren.',
  'provider-gone': 'Der Dienst ist nicht mehr eingerichtet.',
  'model-gone': 'Das Modell gibt es nicht mehr.',
  'outcome-unknown':
    'Die Verbindung brach ab, und niemand kann sagen, ob der Auftrag angenommen wurde.',
  'insufficient-credits': 'Das Budget deckt es nicht.',
  rights: 'Die Rechte an einem Asset erlauben es nicht.',
  'asset-gone': 'Ein benötigtes Asset ist nicht mehr da.',
  'file-gone': 'Eine benötigte Datei ist nicht mehr da.',
  'clip-missing': 'Ein Clip fehlt.',
  quality: 'Das Video ist nicht, was versprochen war.',
  superseded: 'Es wurde geändert, während es entstand.',
  'gave-up': 'Der Schritt wurde immer wieder begonnen und nie beendet.',
  internal: 'Auf unserer Seite ging etwas schief; was, steht im Log des Servers.',
};

const fr: typeof en = {
  timeout: 'Le service a mis trop de temps.',
  'rate-limited': 'Le service nous demande de ralentir.',
  'no-credit': 'Notre crédit auprès du service est épuisé.',
  'content-rejected': 'Le service a refusé le contenu. Modifiez le texte, puis réessayez.',
  'bad-request': 'Le service n’a pas compris la commande.',
  'bad-reply': 'Le service a renvoyé quelque chose d’inutilisable.',
  expired: 'Le résultat avait disparu avant d’être récupéré.',
  unavailable: 'Le service n’a pas répondu.',
  'provider-paused': 'Le service n’accepte pas de commandes pour l’instant ; rien n’est perdu.',
  'provider-gone': 'Le service n’est plus configuré.',
  'model-gone': 'Le modèle n’est plus disponible.',
  'outcome-unknown':
    'La connexion a été coupée, et personne ne peut dire si la commande a été prise.',
  'insufficient-credits': 'Le budget ne suffit pas.',
  rights: 'Les droits sur une ressource ne le permettent pas.',
  'asset-gone': 'Une ressource nécessaire a disparu.',
  'file-gone': 'Un fichier nécessaire a disparu.',
  'clip-missing': 'Il manque un clip.',
  quality: 'La vidéo n’est pas ce qui était promis.',
  superseded: 'Elle a été modifiée pendant sa fabrication.',
  'gave-up': 'L’étape a été relancée plusieurs fois sans jamais finir.',
  internal: 'Un problème est survenu de notre côté ; le journal du serveur dit lequel.',
};

const es: typeof en = {
  timeout: 'El servicio tardó demasiado.',
  'rate-limited': 'El servicio nos pide ir más despacio.',
  'no-credit': 'Nuestro crédito con el servicio está agotado.',
  'content-rejected': 'El servicio rechazó el contenido. Cambie el texto e inténtelo de nuevo.',
  'bad-request': 'El servicio no entendió el encargo.',
  'bad-reply': 'El servicio envió algo inservible.',
  expired: 'El resultado desapareció antes de poder recogerlo.',
  unavailable: 'El servicio no respondió.',
  'provider-paused': 'El servicio no acepta encargos por ahora; no se ha perdido nada.',
  'provider-gone': 'El servicio ya no está configurado.',
  'model-gone': 'El modelo ya no está disponible.',
  'outcome-unknown': 'Se cortó la conexión y nadie puede decir si el encargo fue aceptado.',
  'insufficient-credits': 'El presupuesto no lo cubre.',
  rights: 'Los derechos de un recurso no lo permiten.',
  'asset-gone': 'Falta un recurso necesario.',
  'file-gone': 'Falta un archivo necesario.',
  'clip-missing': 'Falta un clip.',
  quality: 'El vídeo no es lo que se prometió.',
  superseded: 'Se cambió mientras se hacía.',
  'gave-up': 'El paso se inició una y otra vez y nunca terminó.',
  internal: 'Algo falló por nuestra parte; el registro del servidor dice qué.',
};

const words: Record<Language, Record<string, string | undefined>> = { en, de, fr, es };

/**
 * Why something failed in a language of ours; null for a code that has no words. What a stored failure says itself is
 * English and may say more: it goes beside these words, not in their place.
 */
export const failureInWords = (code: string, language: Language): string | null =>
  words[language][code] ?? null;
