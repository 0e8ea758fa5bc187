import { wordBefore } from './longer-name.js';
import type { Token } from './tokens.js';
import { wordKey } from './word-key.js';

/**
 * Vietnamese writes the syllables of a word apart, so a term of one syllable may stand in a word
 * that has nothing to do with it: Đức in đạo đức, xã in xã hội. These are the words that names of
 * countries and the commonest terms of one syllable fall into: what follows, and what precedes.
 */
const FOLLOWED_BY = table({
  anh: 'ấy ta em trai chị họ hùng minh dũng tài tuấn linh hào thư',
  áo: 'khoác sơ dài thun len giáp quần phông choàng lót mưa phao bà vest tắm cưới đấu',
  ấp: 'ủ trứng úng',
  bão: 'hoà táp',
  bỉ: 'ổi thử',
  đê: 'hèn tiện',
  đức: 'tin hạnh tính độ giáo cha mẹ phật hồng chúa vua thánh bà ông ngài trị dục',
  hàn: 'lâm gắn huyên',
  lào: 'xào',
  luật: 'sư lệ pháp',
  mỹ: 'phẩm thuật nhân viện mãn lệ miều vị quan từ',
  nhật: 'ký báo thực nguyệt trình tụng dụng',
  pháp: 'luật lý sư viện y chế quy nhân danh lệnh môn đình trị quyền định thuật',
  phường: 'hội chèo',
  sở: 'hữu thích dĩ tại đoản trường thú',
  thái: 'độ tử bình dương tuế hậu thượng cực bộc quá',
  tỉnh: 'táo ngộ giấc dậy bơ lược rụi',
  trung: 'tâm ương bình gian học thành thực đoàn đội tướng tá úy niên thu cấp hoà lập ngành',
  úc: 'núc',
  xã: 'hội giao luận thuyết tắc',
  ý: 'kiến nghĩa tưởng định thức chí đồ muốn nguyện tứ nhị chỉ',
  ấn: 'tượng phẩm định bản hành loát tín chỉ',
});
const PRECEDED_BY = table({
  bão: 'hoài gió',
  luật: 'pháp kỷ quy âm niêm',
  sở: 'cơ trụ xứ hội công khổ',
  thôn: 'nông hương',
  tỉnh: 'thức hồi cảnh',
  viên: 'ứng',
  xã: 'thị tác tấn',
});

/**
 * Whether the syllables `from` (in) to `to` (out) belong to other words: a syllable alone by what
 * follows it, any term by what its first syllable ends (cơ sở y tế is no Sở Y tế).
 */
export function isInCompound(tokens: readonly Token[], from: number, to: number): boolean {
  const key = tokens[from]?.key ?? '';
  const next = tokens[to];
  const isFollowed = to - from === 1 && next?.kind === 'word' && next.gap === 'space';
  if (isFollowed && FOLLOWED_BY.get(key)?.has(next.key)) return true;
  const before = wordBefore(tokens, from);
  return before !== undefined && (PRECEDED_BY.get(key)?.has(before.key) ?? false);
}

function table(
  entries: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const key = (syllable: string) => wordKey(syllable, 'vi');
  return new Map(
    Object.entries(entries).map(([syllable, others]) => [
      key(syllable),
      new Set(others.split(' ').map(key)),
    ]),
  );
}
