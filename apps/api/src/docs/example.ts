import { resolved, typesOf, type Components } from './api-document.js';
import type { JsonSchema } from './json-schemas.js';

const id = '0198f3a2-7c11-7bd4-9d6e-2f8a4c0b1e55';
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const title = 'Lễ hội Ok Om Bok rộn ràng bên sông Hậu';
const sentence = 'Hàng nghìn người dân Khmer dự hội đua ghe ngo.';

/** What fields of a newsroom hold, by their names. */
const values: Readonly<Record<string, unknown>> = {
  title,
  summary: sentence,
  slug: 'le-hoi-ok-om-bok',
  byline: 'THT',
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: sentence }] }],
  },
  content: `<h1>${title}</h1><p>${sentence}</p>`,
  source: sentence,
  target: 'Thousands of Khmer people came to the ngo boat race.',
  text: 'Xin xem lại số người dự hội.',
  term: 'Uỷ ban nhân dân',
  abbreviation: 'Tr.Phòng',
  word: 'oóc',
  domain: 'bodies',
  reason: 'Gặp nhiều trong văn bản của tỉnh.',
  comment: 'Xin xem lại số người dự hội.',
  note: 'Đã sửa số người dự hội.',
  quote: 'người dân Khmer',
  path: 'body/0/0',
  vi: 'Đối ngoại nhân dân',
  en: 'People-to-people relations',
  km: 'ការទូតប្រជាជន',
  code: 'doi-ngoai',
  email: 'hoa@huunghi.example',
  name: 'Trần Thị Hoa',
  password: 'sông Cửu Long chín nhánh',
  current: 'sông Cửu Long chín nhánh',
  next: 'mùa nước nổi về đồng',
  timeZone: 'Asia/Ho_Chi_Minh',
  digestHour: 7,
  days: 90,
  url: 'https://example.org/mekong-desk',
  href: 'https://example.org/ok-om-bok',
  src: '/media/ghe-ngo.jpg',
  scopes: ['articles.read'],
  facts: {},
  errors: [],
  secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  token: 'desk_2w7Q0yq3Vn5u8tJkXr1sZb4m6c9d',
  csrfToken: 'b1f3c2a49e7d4c55a0d8',
  cursor: 'WyIyMDI2LTAzLTAyVDAzOjMwOjAwLjAwMFoiXQ',
  publishAt: '2026-11-24T01:00:00.000Z',
  dueAt: '2026-11-26T10:00:00.000Z',
  lastError: 'connect ECONNREFUSED',
  fact: 'edition.published',
};
const formats: Readonly<Record<string, unknown>> = {
  uuid: id,
  'date-time': '2026-03-02T03:30:00.000Z',
  date: '2026-03-02',
  uri: 'https://example.org/',
  email: 'hoa@huunghi.example',
};

/** A plausible value for a schema of the document. `name`: that of the field that it stands in. */
export function exampleOf(
  schema: JsonSchema,
  components: Components,
  name = '',
  depth = 0,
): unknown {
  const one = resolved(schema, components);
  if (one.const !== undefined) return one.const;
  if (one.enum) return one.enum[0];
  if (fits(values[name], one)) return values[name];
  const [choice] = one.oneOf ?? one.anyOf ?? [];
  if (choice) return exampleOf(choice, components, name, depth);
  if (one.format !== undefined && one.format in formats) return formats[one.format];
  const [type] = typesOf(one);
  if (type === 'object') return objectOf(one, components, depth);
  if (type === 'array') return arrayOf(one, components, name, depth);
  if (type === 'integer' || type === 'number') return one.minimum ?? 1;
  if (type === 'boolean') return false;
  if (type === 'null') return null;
  if (one.pattern?.includes('{64}')) return hash;
  return type === 'string' ? '…' : {};
}

/** Some levels down only what must be there is shown. */
function objectOf(
  { properties = {}, required = [] }: JsonSchema,
  components: Components,
  depth: number,
): unknown {
  const shown = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (depth < 1 && name in values),
  );
  return Object.fromEntries(
    shown.map(([name, property]) => [
      name,
      typeof property === 'object' ? exampleOf(property, components, name, depth + 1) : {},
    ]),
  );
}

function arrayOf(
  { items, minItems = 0 }: JsonSchema,
  components: Components,
  name: string,
  depth: number,
): unknown[] {
  if (typeof items !== 'object' || Array.isArray(items)) return [];
  if (depth > 6 && minItems === 0) return [];
  return [exampleOf(items, components, name.replace(/s$/, ''), depth + 1)];
}

function fits(value: unknown, schema: JsonSchema): boolean {
  if (value === undefined) return false;
  const types = typesOf(schema);
  if (typeof value === 'string') {
    const { maxLength = Infinity } = schema;
    return types.includes('string') && value.length <= maxLength;
  }
  if (typeof value === 'number') return types.includes('integer') || types.includes('number');
  if (Array.isArray(value)) return types.includes('array');
  return types.includes('object');
}
