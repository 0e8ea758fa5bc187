/** Passwords that are tried first, in Vietnam and elsewhere, of the length that we allow. */
const common = new Set([
  '1234567890', '12345678910', '0123456789', '0987654321', '1111111111', '0000000000',
  'qwertyuiop', 'password12', 'password123', 'password1234', 'matkhau123', 'matkhau1234',
  'iloveyou123', 'anhyeuem123', 'vietnam123', 'vietnam1234', 'saigon1234', 'hanoi12345',
  'administrator', 'admin12345', 'admin123456', '123456789a', 'a123456789', 'q123456789',
  'abcdefghij', 'abc1234567', 'qwerty12345', 'qwerty1234', '1q2w3e4r5t', '1qaz2wsx3edc',
  'letmein123', 'welcome123', 'welcome1234', 'changeme123', 'mekongdesk', 'mekong-desk',
  'passw0rd123', 'khongbiet123', 'emyeuanh123', 'matkhaumoi', 'toasoan123', 'baclieu123',
]);

/** Whether a password is one of the common ones, or one letter repeated, or a run. */
export function tooCommon(password: string): boolean {
  const plain = password.toLowerCase();
  return common.has(plain) || new Set(plain).size < 4;
}
