/** Keeps the house as it was planned: rooms and arrows, words, links. */
package io.bareme.house;
