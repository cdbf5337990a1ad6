/** What a text may be written in. */
export type Script =
  'WESTERN' | 'CENTRAL' | 'TURKISH' | 'BALTIC' | 'CYRILLIC' | 'GREEK' | 'HEBREW' | 'ARABIC' | 'THAI' | 'JAPANESE' | 'CHINESE' | 'KOREAN';

/** A word: letters of any kind, and whatever other foreign characters stand among them. */
const WORD = /[A-Za-z\u0080-\u{10ffff}]+/gu;
/** Signs that stand beside words and numbers in any language. */
const SIGNS = /^[\u00a0€£¥©®™°§±½¼¾²³·•–—‘’‚“”„…‹›«»¡¿ªº×†‡‰¢¤¬¶]+$/u;
/** Around a word they say nothing about it; an apostrophe within one neither. */
const EDGES = /^[\u00a0‘’‚“”„…‹›«»¡¿–—•]+|[\u00a0‘’‚“”„…‹›«»–—•®™©°ªº²³]+$/gu;

/**
 * The words with foreign characters, and whether they make sense in a script. Accents are
 * what most encodings share, so a word is looked at as its readers would: a vowel with an accent does not stand for a
 * consonant (`Dvoøák`), nor a consonant for a vowel (`Bjřrn`), and a small letter is not followed by a capital one.
 */
export function judgeWords(text: string, script: Script): readonly JudgedWord[] {
  const words = Array.from(text.matchAll(WORD), ([word]) => word).filter((word) => /[^\0-\x7f]/.test(word));
  const judge = (only?: readonly Language[]): JudgedWord[] => words.map((word) => ({ word, isSensible: makesSense(word, script, only) }));
  // Western and Central European names stand in one list; a list of all three Baltic languages would explain too much.
  if (script !== 'BALTIC') return judge();
  const [best] = languages.BALTIC.map((one) => judge([one])).sort((one, other) => nonsense(one) - nonsense(other));
  return best!;
}

const nonsense = (words: readonly JudgedWord[]): number => words.filter(({ isSensible }) => !isSensible).length;

export interface JudgedWord {
  readonly word: string;
  readonly isSensible: boolean;
}

function makesSense(word: string, script: Script, only?: readonly Language[]): boolean {
  if (/\uFFFD|[\u0080-\u009f]|[\ue000-\uf8ff]/u.test(word)) return false;
  if (SIGNS.test(word)) return true;
  const core = word.replace(EDGES, '').replace(/’/gu, '');
  if (core === '') return true;
  const other = otherScripts[script];
  if (other) return isOf(core, other, script);
  return core.split(/[–—·«»“”„]+/u).every((part) => isLatinWord(part, script as LatinScript, only));
}

const otherScripts: Readonly<Partial<Record<Script, RegExp>>> = {
  CYRILLIC: /^[\u0401-\u045f\u0490\u0491№]+$/u,
  GREEK: /^[\u0386-\u03ce]+$/u,
  HEBREW: /^[\u05d0-\u05ea\u05f3\u05f4\u200e\u200f]+$/u,
  ARABIC: /^[\u060c-\u06d2\u200c-\u200f]+$/u,
  THAI: /^[\u0e01-\u0e4e]+$/u,
  JAPANESE: /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff5e々〆A-Za-z]+$/u,
  CHINESE: /^[\u3000-\u303f\u4e00-\u9fff\uff00-\uff5eA-Za-z]+$/u,
  KOREAN: /^[\u3000-\u303f\uac00-\ud7a3\uff00-\uff5eA-Za-z]+$/u,
};

function isOf(word: string, letters: RegExp, script: Script): boolean {
  if (!letters.test(word)) return false;
  switch (script) {
    case 'CYRILLIC':
      if (word.length === 1) return /[авикосуяійє№]/iu.test(word);
      return hasUsualCase(word) && !/^[ыьъ]/iu.test(word) && (word.length < 4 || /[аеиоуыэюяёіїє]/iu.test(word));
    case 'GREEK':
      return hasUsualCase(word) && !/ς./u.test(word) && !/[ΐΰ]/u.test(word) && !/[βγδζθκλμνξπρσςτφχψ]{4}/iu.test(word);
    case 'HEBREW':
      return word.length > 1 && !/[ךםןףץ]./u.test(word);
    case 'THAI':
      return word.length > 1 && !/^[\u0e30-\u0e3a\u0e45-\u0e4e]/u.test(word) && !/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{3}/u.test(word);
    case 'JAPANESE':
    case 'CHINESE':
    case 'KOREAN':
      // One such character between Latin letters is an accent that took a letter with it: `M黮ler`.
      return !/[A-Za-z][^A-Za-z]{1,2}[a-z]|^[^A-Za-z][a-z]|[a-z][^A-Za-z]$/u.test(word);
    default:
      // Their letters stand alone only by mistake.
      return word.length > 1;
  }
}

/** All small, all capital, or a capital first; each part of a double name by itself. */
const hasUsualCase = (word: string): boolean => {
  if (word === word.toUpperCase()) return true;
  return /^\p{L}(?:\p{Ll}|[^\p{Lu}])*$/u.test(word) || /^(?:Ma?c|[DLO]|De|Le|La|Van|Di)\p{Lu}\p{Ll}+$/u.test(word);
};

type LatinScript = 'WESTERN' | 'CENTRAL' | 'TURKISH' | 'BALTIC';

interface Language {
  readonly letters: string;
  /** Where its letters do not stand. */
  readonly not?: RegExp;
}

const VOWEL = 'aeiouyáàâãäåæéèêëíìîïóòôõöøúùûüýÿœąăęěėēāīūųįőűůıőű';
const CONSONANT = 'bcdfghjklmnpqrstvwxzçćčďđðğģķļĺľłñńňņŕřśšşşţťþźżžß';

/** Consonants with accents between two consonants, and vowels with accents before another vowel: no language writes them. */
const CLASH = new RegExp(
  `[${CONSONANT}][ćčďđğģķļłńňņřşśťţźżž][${CONSONANT}]|[èêàøæåòìùûœ][aeio]|[aeio][øæåœ]|[áàâãåæèêëíìîïóòôõöøúùûýÿœ]{3}`,
  'u',
);

const languages: Readonly<Record<LatinScript, readonly Language[]>> = {
  WESTERN: [
    // German, Dutch and names from elsewhere among them.
    { letters: 'äöüßéèëïêáàâçóúíñôîûœ', not: /ï(?:[^a-zë]|$)|ñ(?:[^aeiouáéíóú]|$)/u },
    { letters: 'àâæçéèêëîïôœùûüÿ', not: /œ[^ui]|[^aou]œ[^u]|ù.|[^aou]ÿ/u },
    { letters: 'áéíóúüñ', not: /ñ(?:[^aeiouáéíóú]|$)/u },
    { letters: 'áâãàçéêíóôõúü', not: /ã[^oes]|õ[^es]|à./u },
    { letters: 'àèéìòùíîó', not: /[ìòù]./u },
    { letters: 'àçèéíïòóúü' },
    { letters: 'åäöæøéüáóèà' },
    { letters: 'áéíóúýæöðþ', not: /.þ.|ðæ/u },
    { letters: 'šžéáíčäöüõ', not: /[čõ]/u },
  ],
  CENTRAL: [
    { letters: 'áčďéěíňóřšťúůýžäöüô', not: /[ťň][eiíě]|ď[^aáoóuúůkm]|[aeiouy]č[bcdfgjprsvz]/u },
    {
      letters: 'áäčďéíĺľňóôŕšťúýž',
      not: /[ťňľ][eiíé]|ď[^aáoóuúkm]|[aeiouy]č[bcdfgjprsvz]|[aeiouáéíóúy][ĺŕ]|[ĺŕ][aeiouáéíóúy]|^[ĺŕ]|[ĺŕ]$/u,
    },
    { letters: 'ąćęłńóśźżéöüä', not: /[ńćśź][aeiouyó]|^[ąęń]/u },
    { letters: 'áéíóöőúüűä', not: /ő[aeiou]/u },
    { letters: 'ăâîşţéáöüäó', not: /ă[oeu]/u },
    { letters: 'čćđšžéáöüä', not: /ć[aeiou]{2}|[aeiouy]č[bcdfgjprsvz]/u },
    { letters: 'äöüßéëçáíóú' },
  ],
  TURKISH: [{ letters: 'çğıİöşüâîûé', not: /ğ[^a-zıöüâ]|^ğ/u }],
  BALTIC: [{ letters: 'ąčęėįšųūžéöü', not: /[aeiou][ąęėųū]/u }, { letters: 'āčēģīķļņšūžéö' }, { letters: 'äõöüšžéá' }],
};

function isLatinWord(word: string, script: LatinScript, only = languages[script]): boolean {
  const foreign = new Set(word.replace(/[\0-\x7f]/g, ''));
  if (foreign.size === 0) return true;
  if (!hasUsualCase(word)) return false;
  const lower = word.toLocaleLowerCase(script === 'TURKISH' ? 'tr' : 'en');
  // A letter on its own is no word, and one of many accents neither.
  if (word.length === 1 && !/^[àáéèêóòåäöüæøíúçñ]$/iu.test(word)) return false;
  if (!new RegExp(`[${VOWEL}]`, 'u').test(lower) && word !== word.toUpperCase() && word.length > 2) return false;
  if (CLASH.test(lower)) return false;

  const accents = lower.replace(/[\0-\x7f]/g, '');
  return only.some(({ letters, not }) => Array.from(accents).every((letter) => letters.includes(letter)) && !not?.test(lower));
}
