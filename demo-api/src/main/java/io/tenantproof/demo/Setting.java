package io.tenantproof.demo;

/**
 * One value as it was written, and where.
 *
 * @param key which setting
 * @param value the text, not yet judged
 * @param origin where it was read, for people
 */
record Setting(SettingKey key, String value, String origin) {

  static Setting ofVariable(SettingKey key, String value) {
    return new Setting(key, value, "environment variable " + key.variable());
  }
}
