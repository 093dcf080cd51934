//! Pictures, brought to the size that is asked for. What shines through them is white.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};

use crate::{Cannot, Look, PIXELS, Pixels, SIDE, Shown, fitted, tiff};

/// Memory that a decoder may take.
const BYTES: u64 = 512 << 20;
/// Pixels of the original.
const MEGAPIXELS: u64 = 150;
/// Longest side of the original.
const LONGEST: u32 = 60_000;

pub(crate) fn look(base: Look, mut bytes: Vec<u8>, width: u32) -> Result<(Look, Option<Pixels>), Cannot> {
    let base = of_page(base, &mut bytes)?;
    let picture = decode(bytes)?;
    let (own_width, own_height) = (picture.width(), picture.height());
    // Larger than it is, a picture only takes more room.
    let (w, h) = fitted(own_width.into(), own_height.into(), width.min(own_width).min(SIDE), PIXELS);
    let picture = if (w, h) == (own_width, own_height) { picture } else { picture.thumbnail_exact(w, h) };
    let pixels = Pixels { width: w, height: h, rgb: on_white(&picture) };
    Ok((Look { shown: Shown::Picture { width: own_width, height: own_height }, ..base }, Some(pixels)))
}

/// Has the file begin with the page that is asked for.
pub(crate) fn of_page(base: Look, bytes: &mut [u8]) -> Result<Look, Cannot> {
    let pages = if base.media_type == "image/tiff" { tiff::pages(bytes) } else { Vec::new() };
    let base = base.of_pages(pages.len().max(1))?;
    if let Some(at) = pages.get(base.at()) {
        tiff::turn_to(bytes, *at);
    }
    Ok(base)
}

/// The picture, as its camera was held.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<DynamicImage, Cannot> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Cannot::Damaged)?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(LONGEST), Some(LONGEST), Some(BYTES));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MEGAPIXELS * 1_000_000 {
        return Err(Cannot::TooLarge);
    }
    let turned = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    turned.into_iter().for_each(|turned| picture.apply_orientation(turned));
    Ok(picture)
}

fn refused(error: ImageError) -> Cannot {
    match error {
        ImageError::Limits(_) => Cannot::TooLarge,
        ImageError::Unsupported(_) => Cannot::UnknownKind,
        _ => Cannot::Damaged,
    }
}

pub(crate) fn on_white(picture: &DynamicImage) -> Vec<u8> {
    if !picture.color().has_alpha() {
        return picture.to_rgb8().into_raw();
    }
    let over = |sign: u8, alpha: u8| ((u16::from(sign) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255) as u8;
    let pixels = picture.to_rgba8();
    pixels.pixels().flat_map(|pixel| [over(pixel[0], pixel[3]), over(pixel[1], pixel[3]), over(pixel[2], pixel[3])]).collect()
}
