import { describe, expect, it } from "vitest";
import { termColor } from "../../../src/core/model/term-color.ts";

type Rgb = readonly [number, number, number];

const linear = (hex: string): Rgb => {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** How people who lack one kind of cone see a colour (Viénot, Brettel and Mollon 1999), in linear light. */
const seen: Readonly<Record<string, (rgb: Rgb) => Rgb>> = {
  "no red cones": ([red, green, blue]) => [0.11238 * red + 0.88762 * green, 0.11238 * red + 0.88762 * green, 0.00401 * (red - green) + blue],
  "no green cones": ([red, green, blue]) => [0.29275 * red + 0.70725 * green, 0.29275 * red + 0.70725 * green, -0.02234 * (red - green) + blue],
};

const all = [termColor("good", 0), termColor("good", 1), termColor("bad", 0), termColor("bad", 1), termColor("none", 0), termColor("unknown", 0)];

describe("the colours of terms", () => {
  it("carry readable letters", () => {
    for (const { fill, font } of [...all, termColor("good", 2), termColor("bad", 2), termColor("none", 1)]) expect(contrast(fill, font)).toBeGreaterThan(4.5);
  });

  it.each(Object.keys(seen))("differ for people with %s", (lack) => {
    const see = seen[lack];
    if (!see) throw new Error(lack);
    const roots = all.map(({ fill }) => see(linear(fill)).map((light) => Math.cbrt(Math.max(0, light))));
    roots.forEach((one, index) =>
      roots.slice(index + 1).forEach((other) => expect(Math.hypot(...one.map((light, channel) => light - (other[channel] ?? 0)))).toBeGreaterThan(0.15)),
    );
  });

  it("of good, bad, neither and unknown differ in lightness alone", () => {
    const fills = [termColor("good", 0), termColor("bad", 0), termColor("none", 0), termColor("unknown", 0)].map(({ fill }) => fill);
    fills.forEach((one, index) => fills.slice(index + 1).forEach((other) => expect(contrast(one, other)).toBeGreaterThan(1.35)));
  });

  it("serve any number of terms", () => {
    expect(termColor("good", 40)).toEqual(termColor("good", 2));
  });
});
