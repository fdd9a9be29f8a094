const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

const placed = (digit: number, place: string): string => (digit === 0 ? "" : `${digits[digit]}${place}`)

/** A whole number from 1 to 9999 as laws write it: 20 二十, 278 二百七十八, 1259 一千二百五十九, 203 二百零三. */
export const chineseNumber = (number: number): string => {
  const [ones, tens, hundreds, thousands] = [1, 10, 100, 1000].map((place) => Math.floor(number / place) % 10)
  const high = placed(thousands ?? 0, "千") + placed(hundreds ?? 0, "百")
  const gap = high !== "" && tens === 0 && ones !== 0 ? "零" : ""
  const ten = high === "" && tens === 1 ? "十" : placed(tens ?? 0, "十")
  return high + gap + ten + (digits[ones ?? 0] ?? "")
}
