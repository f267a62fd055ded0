//! Distances on the sphere.

/// Mean radius of the Earth (IUGG R1, 6,371.0088 km) in nautical miles of 1,852 m.
const EARTH_RADIUS_NM: f64 = 6_371.008_8 / 1.852;

/// The shortest distance over the Earth's surface, in nautical miles.
///
/// Both points are latitude and longitude in decimal degrees. The Earth is taken as a sphere, which is wrong by up to
/// half a percent. NaN when a coordinate is not a number.
pub fn great_circle_nm(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (latitude_a, latitude_b) = (a.0.to_radians(), b.0.to_radians());
    let half_latitude = ((latitude_b - latitude_a) / 2.0).sin();
    let half_longitude = ((b.1 - a.1).to_radians() / 2.0).sin();
    let h =
        half_latitude * half_latitude + latitude_a.cos() * latitude_b.cos() * half_longitude * half_longitude;
    2.0 * EARTH_RADIUS_NM * h.clamp(0.0, 1.0).sqrt().asin()
}

/// Whether this is a point on the Earth: latitude -90 to 90, longitude -180 to 180.
pub(super) fn is_position(point: (f64, f64)) -> bool {
    (-90.0..=90.0).contains(&point.0) && (-180.0..=180.0).contains(&point.1)
}

/// A point as a unit vector, for fast comparisons of distances.
pub(super) fn unit_vector(point: (f64, f64)) -> [f64; 3] {
    let (latitude, longitude) = (point.0.to_radians(), point.1.to_radians());
    [latitude.cos() * longitude.cos(), latitude.cos() * longitude.sin(), latitude.sin()]
}

/// Latitude and longitude of a unit vector in decimal degrees.
pub(super) fn position([x, y, z]: [f64; 3]) -> (f64, f64) {
    (z.clamp(-1.0, 1.0).asin().to_degrees(), y.atan2(x).to_degrees())
}

/// The distance between two unit vectors in nautical miles, exact for short distances too.
pub(super) fn arc_nm(a: [f64; 3], b: [f64; 3]) -> f64 {
    2.0 * EARTH_RADIUS_NM * (chord_squared(a, b).sqrt() / 2.0).clamp(0.0, 1.0).asin()
}

/// The square of the straight line through the Earth: grows with the distance and is cheap.
pub(super) fn chord_squared(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (x, y, z) = (a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    x * x + y * y + z * z
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_distances() {
        for (a, b, expected_nm) in [
            ((0.0, 0.0), (0.0, 1.0), 60.04),
            ((0.0, 179.5), (0.0, -179.5), 60.04),
            ((90.0, 0.0), (-90.0, 0.0), 10_807.2),
            ((35.45, 139.65), (37.81, -122.4), 4_470.0),
        ] {
            let found = great_circle_nm(a, b);
            assert!((found - expected_nm).abs() < expected_nm * 0.005, "{a:?} {b:?}: {found}");
        }
    }

    proptest! {
        #[test]
        fn same_by_vectors(a in -90.0..90.0f64, b in -180.0..180.0f64, c in -90.0..90.0f64, d in -180.0..180.0f64) {
            let by_angle = great_circle_nm((a, b), (c, d));
            let by_vector = arc_nm(unit_vector((a, b)), unit_vector((c, d)));
            prop_assert!((by_angle - by_vector).abs() < 0.001 * (1.0 + by_angle));
        }
    }
}
