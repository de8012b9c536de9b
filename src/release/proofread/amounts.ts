/** Money, or a figure of which a minus may be a part. `- 5 new holes` and `- 12.5 metres of copper` are points. */
const CHANGE = String.raw`(?:[A-Z]{0,3}[$€£]\d|\d[\d,.]*(?:%| ?(?:per cent|percent|cents?|cps|bps|basis points|million|billion)\b))`;
const MEASURE = String.raw`\d[\d,.]* ?(?:g\/t|ppm|ppb|[kcm]?m|metres?|[kM]?t|tonnes|k?oz|ounces|kg|ha|hectares)\b`;

/** A line whose hyphen most likely is a minus: `- 3% on the year before`. */
export const MINUS = new RegExp(`^- +${CHANGE}`, 'm');

/** A line whose `>` most likely says "more than": `> 30% of holders voted`. */
export const MORE_THAN = new RegExp(`^[ >]*> +(?:${CHANGE}|${MEASURE})`, 'm');

/** The same where no space follows, as it would in a quotation. */
export const MORE_THAN_CLOSED_UP = /^[ >]*>[\d$%]/m;
