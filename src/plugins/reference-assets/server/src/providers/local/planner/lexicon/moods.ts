import type { Mood } from '../../../../../../shared/contracts/vocabulary';

const lines: Record<Mood, string> = {
  energetic: `energetic dynamic fast fast-paced action-packed sporty upbeat vibrant powerful punchy exciting high-energy adrenaline thrilling
   energisch dynamisch schnell sportlich mitreissend energique dynamique rapide sportif energico energetico dinamico rapido deportivo`,
  calm: `calm calming peaceful serene quiet relaxed relaxing gentle soothing tranquil slow meditative minimal minimalist zen
   ruhig entspannt sanft gelassen calme paisible doux serein tranquilo tranquila sereno relajado`,
  dramatic: `dramatic cinematic epic intense moody dark bold mysterious suspenseful gritty
   dramatisch episch intensiv dramatique epique intense dramatico epico intenso`,
  playful: `playful fun funny cheerful quirky whimsical joyful happy humorous cute colourful colorful
   verspielt lustig frohlich ludique drole joyeux divertido alegre`,
  elegant: `elegant luxurious luxury premium refined sophisticated chic sleek stylish classy exclusive glamorous timeless
   luxurios edel hochwertig stilvoll elegante luxe luxueux raffine lujoso lujo refinado`,
  warm: `warm cosy cozy heartfelt emotional nostalgic homely tender intimate family friendly loving
   gemutlich herzlich warmherzig chaleureux chaleureuse calido calida acogedor`,
  confident: `confident strong trustworthy professional inspiring empowering determined proud reliable modern
   selbstbewusst stark professionell confiant inspirant seguro confiado profesional`,
  fresh: `fresh crisp clean bright light airy summery spring natural healthy cool
   frisch sauber hell frais fraiche fresco fresca natural`,
};

/** The mood a folded word asks for. */
export const moodOfWord: ReadonlyMap<string, Mood> = new Map(
  (Object.entries(lines) as [Mood, string][]).flatMap(([mood, words]) =>
    words.split(/\s+/).map((word) => [word, mood] as const),
  ),
);
