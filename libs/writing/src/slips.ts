import type { WritingFinding, WritingLine } from '@desk/contracts';
import { finding } from './finding.js';

/**
 * Slips that are written in words that exist, so that no dictionary finds them: a fixed
 * expression with a syllable that sounds or looks alike. Only expressions of which the wrong one
 * means nothing are here.
 */
const expressions: Readonly<Record<string, string>> = {
  'cấm mốc': 'cắm mốc',
  'xử dụng': 'sử dụng',
  'xữ dụng': 'sử dụng',
  'sữ dụng': 'sử dụng',
  'bổ xung': 'bổ sung',
  'bỗ sung': 'bổ sung',
  'sát nhập': 'sáp nhập',
  'chuẩn đoán': 'chẩn đoán',
  'đọc giả': 'độc giả',
  'khả lăng': 'khả năng',
  'suất sắc': 'xuất sắc',
  'xuất xắc': 'xuất sắc',
  'chỉnh chu': 'chỉn chu',
  'tựu chung': 'tựu trung',
  'vô hình chung': 'vô hình trung',
  'chia xẻ': 'chia sẻ',
  'chia sẽ': 'chia sẻ',
  'dấu diếm': 'giấu giếm',
  'dành giật': 'giành giật',
  'dành chiến thắng': 'giành chiến thắng',
  'dành quyền': 'giành quyền',
  'sơ xuất': 'sơ suất',
  'năng xuất': 'năng suất',
  'công xuất': 'công suất',
  'lãi xuất': 'lãi suất',
  'đề suất': 'đề xuất',
  'sản suất': 'sản xuất',
  'đột suất': 'đột xuất',
  'xuất ăn': 'suất ăn',
  'xúc tích': 'súc tích',
  'trao dồi': 'trau dồi',
  'trau chuốc': 'trau chuốt',
  'chau chuốt': 'trau chuốt',
  'kiễm tra': 'kiểm tra',
  'phát triễn': 'phát triển',
  'triễn khai': 'triển khai',
  'nghĩ ngơi': 'nghỉ ngơi',
  'suy nghỉ': 'suy nghĩ',
  'kỹ niệm': 'kỷ niệm',
  'kỷ thuật': 'kỹ thuật',
  'kỷ năng': 'kỹ năng',
  'bảo dưởng': 'bảo dưỡng',
  'bồi dưởng': 'bồi dưỡng',
  'ảnh hưỡng': 'ảnh hưởng',
  'hưỡng ứng': 'hưởng ứng',
  'hổ trợ': 'hỗ trợ',
  'lảnh đạo': 'lãnh đạo',
  'lãng mạng': 'lãng mạn',
  'cọ sát': 'cọ xát',
  'sâu xắc': 'sâu sắc',
  'xắp xếp': 'sắp xếp',
  'sắp sếp': 'sắp xếp',
  'xứ mệnh': 'sứ mệnh',
  'quãng bá': 'quảng bá',
  'quãng cáo': 'quảng cáo',
  'nổ lực': 'nỗ lực',
  'mạnh mẻ': 'mạnh mẽ',
  'vẽ vang': 'vẻ vang',
  'vui vẽ': 'vui vẻ',
  'sẳn sàng': 'sẵn sàng',
  'dễ giàng': 'dễ dàng',
  'rỏ ràng': 'rõ ràng',
  'đẫy mạnh': 'đẩy mạnh',
  'cỗ vũ': 'cổ vũ',
  'cũng cố': 'củng cố',
  'tham quang': 'tham quan',
  'thăm quan': 'tham quan',
  'bàng quang trước': 'bàng quan trước',
  'câu truyện kể về': 'câu chuyện kể về',
  'nói truyện': 'nói chuyện',
  'truyện trò': 'chuyện trò',
  'trở lên quan trọng': 'trở nên quan trọng',
  'trở lên nổi tiếng': 'trở nên nổi tiếng',
  'lổi lầm': 'lỗi lầm',
  'hàm xúc': 'hàm súc',
};

/** `vè` is a kind of verse and little else; `về` is meant wherever it is not named so. */
const verse = /(?:bài|hát|câu|đặt|nói|kể|thể|điệu|làm|vần|thơ|những|các|tập|vè)\s$/iu;
const afterVerse = /^\s(?:dân|vè|sinh|là|nói|kể|ngược)(?!\p{L})/iu;

const inWords = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${Object.keys(expressions).join('|')}|vè)(?![\\p{L}\\p{M}])`,
  'giu',
);

/** Slips in expressions of this line. */
export function findSlips(line: WritingLine): WritingFinding[] {
  return [...line.words.matchAll(inWords)].flatMap(({ 0: words, index: from }) => {
    const small = words.toLowerCase();
    const to = from + words.length;
    if (small === 'vè') {
      if (verse.test(line.words.slice(0, from)) || afterVerse.test(line.words.slice(to))) return [];
    }
    const meant = small === 'vè' ? 'về' : expressions[small];
    if (meant === undefined) return [];
    const correction = /^\p{Lu}/u.test(words)
      ? meant.slice(0, 1).toUpperCase() + meant.slice(1)
      : meant;
    return [finding(line, { kind: 'slip', from, to, words, corrections: [correction] })];
  });
}
