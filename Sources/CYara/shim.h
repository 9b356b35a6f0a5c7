#include <yara.h>

// libyara walks its tables with statement macros, which Swift cannot see: here they are as first/next
// functions.

static inline const char *_Nullable cyara_first_tag(const YR_RULE *_Nonnull rule) {
    return rule->tags != NULL && *rule->tags != '\0' ? rule->tags : NULL;
}

static inline const char *_Nullable cyara_next_tag(const char *_Nonnull tag) {
    const char *next = tag + strlen(tag) + 1;
    return *next != '\0' ? next : NULL;
}

static inline const YR_META *_Nullable cyara_first_meta(const YR_RULE *_Nonnull rule) {
    return rule->metas;
}

static inline const YR_META *_Nullable cyara_next_meta(const YR_META *_Nonnull meta) {
    return META_IS_LAST_IN_RULE(meta) ? NULL : meta + 1;
}

static inline const YR_STRING *_Nullable cyara_first_string(const YR_RULE *_Nonnull rule) {
    return rule->strings;
}

static inline const YR_STRING *_Nullable cyara_next_string(const YR_STRING *_Nonnull string) {
    return STRING_IS_LAST_IN_RULE(string) ? NULL : string + 1;
}

// Matches of private strings are passed over, as the macro does.
static inline const YR_MATCH *_Nullable cyara_shown_match(const YR_MATCH *_Nullable match) {
    while (match != NULL && match->is_private) match = match->next;
    return match;
}

static inline const YR_MATCH *_Nullable cyara_first_match(
    const YR_SCAN_CONTEXT *_Nonnull context, const YR_STRING *_Nonnull string) {
    return cyara_shown_match(context->matches[string->idx].head);
}

static inline const YR_MATCH *_Nullable cyara_next_match(const YR_MATCH *_Nonnull match) {
    return cyara_shown_match(match->next);
}

static inline const YR_RULE *_Nonnull cyara_rule(const YR_RULES *_Nonnull rules, uint32_t index) {
    return &rules->rules_table[index];
}

static inline uint32_t cyara_rule_index(
    const YR_SCAN_CONTEXT *_Nonnull context, const YR_RULE *_Nonnull rule) {
    return (uint32_t) (rule - context->rules->rules_table);
}

static inline const YR_STRING *_Nonnull cyara_string(const YR_RULES *_Nonnull rules, uint32_t index) {
    return &rules->strings_table[index];
}

// A scanner keeps the entry point of the last executable it saw, and would report it for the next buffer; and
// the string that failed last.
static inline void cyara_forget(YR_SCANNER *_Nonnull scanner) {
    scanner->entry_point = YR_UNDEFINED;
    scanner->last_error_string = NULL;
}

static inline const YR_STRING *_Nullable cyara_failed_string(const YR_SCANNER *_Nonnull scanner) {
    return scanner->last_error_string;
}

// As libyara itself does with a string that matches too often; the end of the next scan undoes it.
static inline void cyara_disable(YR_SCANNER *_Nonnull scanner, uint32_t string) {
    yr_bitmask_set(scanner->strings_temp_disabled, string);
}
