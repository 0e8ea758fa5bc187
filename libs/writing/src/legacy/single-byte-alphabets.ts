/**
 * What stands at the places 128 to 255 of the single-byte alphabets of Vietnamese: a space where
 * it is as in Windows-1252. TCVN3 keeps capitals with tones in fonts of their own (.VnTimeH).
 * The few capitals of VPS and VISCII below 32 are left out: no text keeps control characters.
 */
export const singleByteAlphabets = {
  tcvn3:
    '                                ' +
    ' ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ ' +
    '      ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò' +
    ' ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ',
  vps:
    'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ' +
    ' ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
    'ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ ' +
    'àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ',
  viscii:
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
    ' ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
    'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
} as const;
