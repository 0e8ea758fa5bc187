import type { Language } from '@desk/languages';

/**
 * The language of a title that stands for an edition which may have none of its own yet, by its
 * letters: Khmer, Vietnamese, else English.
 */
export function languageOfTitle(title: string): Language {
  if (/[\u1780-\u17ff]/.test(title)) return 'km';
  return /[ăâđêôơưàảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i.test(
    title.normalize('NFC'),
  )
    ? 'vi'
    : 'en';
}

/** An article's title, said in the language that it is written in. */
export function TitleText({ title }: { title: string }) {
  return <span lang={languageOfTitle(title)}>{title}</span>;
}
