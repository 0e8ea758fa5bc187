/**
 * Where a sentence ends, as data, in the manner of SRX: at every place that may be an end the
 * rules are asked in order, the first one whose two sides fit decides, and if none fits the
 * sentence ends.
 *
 * `before` sees the sentence up to and with its end mark and closing quotes: whole if it is short,
 * else its first characters, a line feed, and its last ones. `after` sees what follows the white
 * space. Both see less than a hundred characters, so that no rule can be slow.
 */
export interface SentenceRule {
  readonly breaks: boolean;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const opening = `["'“”«‘„(\\[]*`;
const closing = `["'”’»)\\]}›\\uFFFC]*`;
const capital = new RegExp(`^${opening}\\p{Lu}`, 'u');
const number = /^["'“«‘(]*(?:\p{Nd}|[IVXLC]+\b)/u;
/** A footnote's anchor may stand between a number and its full stop's white space. */
const dot = String.raw`\.\uFFFC?$`;

/** A rule's side: one of these words and its full stop are the last thing. */
function endsWith(...words: string[]): RegExp {
  const choice = words.join(' ').split(/\s+/).join('|').replaceAll('.', '\\.');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choice})\\.\\)?$`, 'u');
}

function startsWith(...words: string[]): RegExp {
  const choice = words.join(' ').split(/\s+/).join('|');
  return new RegExp(`^${opening}(?:${choice})(?![\\p{L}\\p{M}])`, 'u');
}

const everywhere: readonly SentenceRule[] = [
  // `Why?" and ...`: a comma, a dash or a closing bracket goes on with the sentence.
  { breaks: false, after: /^[.,;:%)\]}»”’/=!?…។៕៖]/ },
  // `./.` ends a Vietnamese official document, whatever follows.
  { breaks: true, before: /\.\s?\/\s?\.$/ },
  { breaks: false, after: new RegExp(`^${opening}\\p{Ll}`, 'u') },
  // A dash begins a sentence only where the last one began with a dash too: a list, a dialogue.
  { breaks: true, before: /^[-–—•+]\s/, after: /^[-–—•+]\s/ },
  { breaks: false, after: /^[-–—]/ },
  // `1. Purpose`, `2.1. Purpose`, `IV. Purpose`, `a. Purpose`, also after a colon or semicolon.
  {
    breaks: false,
    before: new RegExp(
      `^${opening}(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3})*|[IVXLC]{1,6}|[a-zđA-ZĐក-អ])${dot}`,
      'u',
    ),
  },
  {
    breaks: false,
    before: new RegExp(`(?::\\s[1១Ia]|;\\s(?:\\p{Nd}{1,2}|[IVXLC]{1,4}|[a-zđ]))${dot}`, 'u'),
  },
];

/** Initials, foreign titles and acronyms, which turn up in texts of all three languages. */
function names(starters: RegExp, kinds: RegExp): readonly SentenceRule[] {
  return [
    // `v.v.`, "and so on", ends a sentence wherever one may follow.
    { breaks: true, before: /v\.\s?v\.["”’»)]*$/u },
    {
      breaks: false,
      before: endsWith(
        'Mr Mrs Ms Mx Dr Prof St Messrs Mme Mlle Gen Col Maj Capt Lt Sgt Cpl Cmdr Adm Sen Sens Rep',
        'Reps Gov Pres Rev Fr Hon Msgr Supt Insp Amb Sec Det Dist Atty Asst Dept Mt Ft vs v cf e.g i.e viz',
      ),
    },
    {
      breaks: false,
      before: endsWith(
        'No Nos nos Art Arts Sec Fig Figs fig figs Vol vol p pp Ch ch para paras Eq Ref ca c approx',
        'Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec',
      ),
      after: number,
    },
    { breaks: true, before: kinds },
    // `U.S. He`: an acronym or an initial ends the sentence only before a word that begins many.
    {
      breaks: true,
      before: new RegExp(`(?:\\p{L}\\.\\p{L}|(?<![\\p{L}\\p{N}])\\p{Lu})\\.${closing}$`, 'u'),
      after: starters,
    },
    {
      breaks: false,
      before: new RegExp(`(?<!\\p{L})(?:\\p{L}\\.)+\\p{L}\\.\\)?$`, 'u'),
      after: capital,
    },
    { breaks: false, before: /(?<![\p{L}\p{N}])\p{Lu}\.$/u, after: capital },
    {
      breaks: true,
      before: endsWith('Inc Ltd Co Corp Jr Sr Bros Ave Blvd Rd a.m p.m'),
      after: starters,
    },
    {
      breaks: false,
      before: endsWith('Inc Ltd Co Corp Jr Sr Bros Ave Blvd Rd Ph.D'),
      after: capital,
    },
  ];
}

const englishStarters = startsWith(
  'The This That These Those There Then They Their He His She Her Hers It Its We Our You Your I My',
  'A An In On At As After Although And Another Asked Because Before Both But By Despite During Each',
  'Earlier Even Every Few For Former From Given However If Instead Later Like Many Meanwhile More',
  'Moreover Most Much Nevertheless No None Nor Not Nothing Now Of Once One Only Or Other Others Over',
  'Several Since So Some Still Such Though Thus To Today Two Under Unlike Until What When Where',
  'Whether Which While Who Why With Without Yet',
);
const vietnameseStarters = startsWith(
  'Ông Bà Anh Chị Họ Tôi Chúng Nó Cô Khi Theo Trong Tuy Nhưng Đây Đó Các Những Sau Trước Vào Và Tại',
  'Với Một Hai Ba Năm Ngoài Bên Để Do Vì Nếu Mặc Hiện Điều Thay Hàng Cùng Cuối Đến Từ Trên Dưới Qua',
  'Nhiều Mỗi Mọi Việc Sự Người Ngày Đồng Tuy Còn Song Bởi Bằng Kể Mới Dù Không Có Cũng Đã Được Phát Về',
);

const english: readonly SentenceRule[] = [
  ...everywhere,
  {
    breaks: false,
    before: new RegExp(
      `^${opening}(?:Article|Section|Chapter|Part|Step|Figure|Table|Annex|Appendix|Rule|Lesson|Question)\\s(?:\\p{Nd}+|[IVXLC]+)[a-z]?${dot}`,
      'u',
    ),
  },
  // `"Why?" Mr Adams asked.`
  {
    breaks: false,
    before: /[?!]["”’]$/,
    after: /^\p{Lu}\S*(?:\s\S+){0,3}?\s(?:asked|said|says|wondered|replied|added|shouted|cried)\b/u,
  },
  ...names(
    englishStarters,
    /\b(?:[Vv]itamin|[Pp]lan|[Gg]roup|[Tt]ype|[Cc]lass|[Gg]rade|[Hh]epatitis|[Ss]chedule) [A-Z]\.$/,
  ),
];

const vietnamese: readonly SentenceRule[] = [
  ...everywhere,
  {
    breaks: false,
    before: new RegExp(
      `^${opening}(?:Điều|Chương|Mục|Phần|Khoản|Bài|Bước|Câu|Bảng|Hình|Phụ lục|Tiết|Quyển|Tập)\\s(?:\\p{Nd}+|[IVXLC]+)[a-zđ]?${dot}`,
      'u',
    ),
  },
  // Places, titles and ranks: a name follows.
  {
    breaks: false,
    before: endsWith(
      'TP Tp tp TX Tx tx TT Tt tt TTr T.X T.P Đ/c đ/c Đc GS PGS TS Ts ThS Ths Th.S Th.s TSKH CN KS Ks KTS CKI CKII',
      'BS Bs BSCK BS.CK DS LS Ls NSND NSƯT NSUT NGND NGƯT NGUT NNC NB NV ĐD HLV Cty CTy Đ.c',
    ),
    after: new RegExp(`^${opening}[\\p{Lu}\\p{Nd}]`, 'u'),
  },
  { breaks: false, before: endsWith('tr Tr t q Q P Ph ĐT Tel Fax'), after: number },
  {
    breaks: false,
    before: endsWith('VD Vd vd Nxb NXB nxb TL KT TM TUQ T/M K/T'),
    after: capital,
  },
  ...names(
    vietnameseStarters,
    /(?:[Vv]itamin|[Nn]hóm|[Bb]ảng|[Ll]ớp|[Ll]oại|[Hh]ạng|[Kk]hối|[Kk]hu|[Tt]ổ|gan) \p{Lu}\.$/u,
  ),
];

/** In Khmer a Latin full stop abbreviates; it ends a sentence only between two Latin words. */
const khmer: readonly SentenceRule[] = [
  ...everywhere,
  // `«…។» ហើយ…`: a quotation that began inside the sentence, and the sentence goes on.
  { breaks: false, before: /[^\s«“][^«“»”]*[«“][^«»“”]*[»”]$/u, after: /^(?:ហើយ|រួចហើយ|ដោយ|ទៅកាន់)/ },
  { breaks: false, before: /\p{Script=Khmer}[\p{M}\s]*\.+["'”’»)\]]*$/u },
  { breaks: false, before: /…["'”’»)\]]*$|\.{2,}["'”’»)\]]*$/u },
  { breaks: false, before: /\.["'”’»)\]]*$/u, after: /^["'“«‘(]*[\p{Script=Khmer}\p{Nd}]/u },
  ...names(englishStarters, /\bvitamin [A-Z]\.$/i),
];

const withAbbreviations = new Map<string, readonly SentenceRule[]>();
const MOST_REMEMBERED = 50;

/** The rules of a language, before them a newsroom's own abbreviations: no sentence ends there. */
export function rulesFor(
  language: keyof typeof sentenceRules,
  abbreviations: readonly string[],
): readonly SentenceRule[] {
  if (abbreviations.length === 0) return sentenceRules[language];
  const key = JSON.stringify([language, abbreviations]);
  const known = withAbbreviations.get(key);
  if (known) return known;
  const rules = [abbreviationRule(abbreviations), ...sentenceRules[language]];
  if (withAbbreviations.size >= MOST_REMEMBERED) withAbbreviations.clear();
  withAbbreviations.set(key, rules);
  return rules;
}

/** An abbreviation may be given with its last full stop or without; the text may be NFC or NFD. */
export function abbreviationRule(abbreviations: readonly string[]): SentenceRule {
  const forms = abbreviations.flatMap((one) => {
    const bare = one.replace(/\.$/, '');
    return [...new Set([bare.normalize('NFC'), bare.normalize('NFD')])];
  });
  const choice = forms.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
  return {
    breaks: false,
    before: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${choice})\\.${closing}$`, 'u'),
  };
}

export const sentenceRules = { vi: vietnamese, en: english, km: khmer } as const;
