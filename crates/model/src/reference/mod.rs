//! Reference tables: places, sea distances, countries, HS codes. Facts with their source, built into the library.
